/** Areas in whole numbers, and which of them hold a point: exactly, and fast. Nothing of cells. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.city.plane;
