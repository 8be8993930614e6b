/** JMH over what is pure: routing, deciders, the lifecycle, the codec; over the demo city. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.benchmarks;
