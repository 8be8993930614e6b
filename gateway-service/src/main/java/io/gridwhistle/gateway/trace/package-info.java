/** The trace a request belongs to (W3C Trace Context). */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.gateway.trace;
