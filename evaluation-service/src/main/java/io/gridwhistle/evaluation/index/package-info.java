/** The score book and the indices, each with numerator and denominator. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.evaluation.index;
