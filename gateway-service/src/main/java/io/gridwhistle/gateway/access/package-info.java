/** Who calls, whether they may, and how often. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.gateway.access;
