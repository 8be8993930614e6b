/** Grid sets: cells, and which of them own a place. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city.grid;
