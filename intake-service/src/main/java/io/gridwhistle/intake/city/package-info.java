/** The city's own words: classes, channels, districts. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake.city;
