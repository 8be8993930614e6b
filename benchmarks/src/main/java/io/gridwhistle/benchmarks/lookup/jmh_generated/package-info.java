/** Where JMH's annotation processor writes its own classes, which know nothing of nullness. */
@org.jspecify.annotations.NullUnmarked
package io.gridwhistle.benchmarks.lookup.jmh_generated;
