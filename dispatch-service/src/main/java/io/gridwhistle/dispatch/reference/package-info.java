/** Grid sets, units and responsibilities as an operator publishes them. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.dispatch.reference;
