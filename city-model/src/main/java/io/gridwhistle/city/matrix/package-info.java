/** The responsibility matrix (权责清单) held to what it is for: somebody answers for everything, everywhere. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city.matrix;
