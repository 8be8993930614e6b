/** Intake: reports come in, are accepted or declined, and can be found again. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake;
