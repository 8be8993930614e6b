/** The events on Kafka: CloudEvents in binary mode, topic names. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.events.kafka;
