/** Converts the open data of Los Angeles into a city folder. */
@NullMarked
package io.gridwhistle.local.losangeles;

import org.jspecify.annotations.NullMarked;
