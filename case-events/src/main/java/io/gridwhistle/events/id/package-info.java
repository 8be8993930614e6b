/** Identifiers and codes as types. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.events.id;
