/** The case register and the timeline: where a case stands, and how it came there. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.intake.register;
