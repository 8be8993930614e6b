/** What desks, platforms and petitioners say about a case that is there. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake.desk;
