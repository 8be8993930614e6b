/** Escalation: clocks in log time, warnings, breaches, the ladder. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.escalation;
