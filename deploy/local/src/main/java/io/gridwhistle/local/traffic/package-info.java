/** Simulated platforms and departments, who know nothing but the public contract. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.local.traffic;
