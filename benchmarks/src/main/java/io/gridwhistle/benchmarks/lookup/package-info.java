/** How fast a point finds its cells, beside how others find them. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.benchmarks.lookup;
