/** Kafka Streams around pure deciders: state, log time, timers, ticks. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.log.streams;
