/** Generates the synthetic demo city: a ladder of grids around the point where three districts meet. */
@NullMarked
package io.gridwhistle.local.demo;

import org.jspecify.annotations.NullMarked;
