/** The SLA board: every clock of every case. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.escalation.board;
