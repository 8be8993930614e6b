/** Evaluation: whether it was really done, and how well the city keeps its promises. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.evaluation;
