/** A city as data: what a city folder and the references in the log hold. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city;
