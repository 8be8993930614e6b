/** Load on a city that is running already, over HTTP and Kafka as its platforms and departments come. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.benchmarks.load;
