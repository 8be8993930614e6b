/** Several reports of the same thing (并案): found, and linked to the first of them. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake.related;
