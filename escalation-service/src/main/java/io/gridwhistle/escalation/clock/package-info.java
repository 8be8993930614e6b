/** Which clocks run, and what happens when one runs out; pure. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.escalation.clock;
