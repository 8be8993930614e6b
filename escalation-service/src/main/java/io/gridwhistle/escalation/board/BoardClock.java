package io.gridwhistle.escalation.board;

import io.gridwhistle.events.EscalationEvent.ClockArmed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A clock on the board, and what became of it. */
record BoardClock(
        ClockArmed armed,
        @Nullable String unit,
        @Nullable String desk,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant stoppedAt) {

    BoardClock warned(Instant at) {
        return new BoardClock(armed, unit, desk, at, breachedAt, stoppedAt);
    }

    BoardClock breached(Instant at) {
        return new BoardClock(armed, unit, desk, warnedAt, at, stoppedAt);
    }

    BoardClock stopped(Instant at) {
        return new BoardClock(armed, unit, desk, warnedAt, breachedAt, at);
    }

    /** running, warned, breached (and still waiting), answered (in time), late (answered after all). */
    String state() {
        if (stoppedAt != null) {
            return breachedAt != null ? "late" : "answered";
        }
        return breachedAt != null ? "breached" : warnedAt != null ? "warned" : "running";
    }
}
