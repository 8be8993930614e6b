/** Reports, one by one and in bulk: what is right about them, and what becomes of them. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake.report;
