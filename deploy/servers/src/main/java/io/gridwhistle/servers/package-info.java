/** A real Kafka broker and a real PostgreSQL in a folder, for the embedded city and for tests. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.servers;
