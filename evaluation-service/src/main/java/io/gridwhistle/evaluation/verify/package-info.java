/** Verification, closing, satisfaction, reopening. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.evaluation.verify;
