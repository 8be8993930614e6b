/** The order book, and what units answer. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.dispatch.orders;
