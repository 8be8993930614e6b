/** Coordinates in the systems that Chinese platforms post. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city.geo;
