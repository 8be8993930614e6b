/** The way to the services behind: routes, limits, breakers, health. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.gateway.backend;
