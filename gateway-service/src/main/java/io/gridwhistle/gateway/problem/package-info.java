/** How a refusal is told (RFC 9457). */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.gateway.problem;
