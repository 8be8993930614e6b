/** Who may do what, how fast: the only way from outside into the services. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.gateway;
