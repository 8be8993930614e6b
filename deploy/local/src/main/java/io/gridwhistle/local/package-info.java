/** The embedded city: broker, PostgreSQL, all services and a city's data, started by one command. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.local;
