/** The one table that both routing and authorization follow. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.gateway.door;
