/** What is too large for an event: versioned documents on the reference topic. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.log.reference;
