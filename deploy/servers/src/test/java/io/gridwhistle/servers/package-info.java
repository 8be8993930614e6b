/** The test ground: Testcontainers where a Docker engine answers, the embedded servers where none does. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.servers;
