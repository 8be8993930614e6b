package io.gridwhistle.escalation.board;

import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.Warning;
import io.gridwhistle.events.WarningLevel;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock on the board, and what became of it.
 *
 * @param turn that the case had last taken when the clock came on the board
 * @param warnings still to come
 * @param deadline absent while it stands still
 * @param left of its time, while it stands still
 * @param level of the last warning
 * @param extendedBy the approval of the last extension
 */
record BoardClock(
        ClockKind kind,
        @Nullable OrderId orderId,
        EventId turn,
        @Nullable String unit,
        @Nullable String desk,
        Instant start,
        List<Warning> warnings,
        @Nullable Instant deadline,
        @Nullable Duration left,
        @Nullable WarningLevel level,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant stoppedAt,
        @Nullable EventId extendedBy) {

    static BoardClock of(
            ClockKind kind,
            @Nullable OrderId orderId,
            EventId turn,
            @Nullable String unit,
            @Nullable String desk,
            Instant start) {
        return new BoardClock(
                kind, orderId, turn, unit, desk, start, List.of(), null, null, null, null, null, null, null);
    }

    /** What it was warned of before counts on where it only goes on. */
    BoardClock armed(ClockArmed it, EventId now) {
        boolean goesOn = it.because() == ArmingCause.RESUMED;
        return new BoardClock(
                kind,
                orderId,
                it.because() == ArmingCause.STARTED ? now : turn,
                unit,
                desk,
                it.start(),
                it.warnings(),
                it.deadline(),
                null,
                goesOn ? level : null,
                goesOn ? warnedAt : null,
                null,
                null,
                extendedBy);
    }

    BoardClock paused(ClockPaused it) {
        return new BoardClock(
                kind,
                orderId,
                turn,
                unit,
                desk,
                start,
                List.of(),
                null,
                it.left(),
                level,
                warnedAt,
                breachedAt,
                stoppedAt,
                extendedBy);
    }

    BoardClock warned(SlaWarned it, Instant at) {
        List<Warning> ahead = warnings.stream()
                .filter(warning -> warning.level().compareTo(it.level()) > 0)
                .toList();
        return new BoardClock(
                kind,
                orderId,
                turn,
                unit,
                desk,
                start,
                ahead,
                deadline,
                left,
                it.level(),
                at,
                breachedAt,
                stoppedAt,
                extendedBy);
    }

    BoardClock breached(Instant at) {
        return new BoardClock(
                kind,
                orderId,
                turn,
                unit,
                desk,
                start,
                List.of(),
                deadline,
                left,
                level,
                warnedAt,
                at,
                stoppedAt,
                extendedBy);
    }

    BoardClock stopped(Instant at) {
        return new BoardClock(
                kind,
                orderId,
                turn,
                unit,
                desk,
                start,
                List.of(),
                deadline,
                left,
                level,
                warnedAt,
                breachedAt,
                at,
                extendedBy);
    }

    BoardClock extended(EventId approval) {
        return new BoardClock(
                kind,
                orderId,
                turn,
                unit,
                desk,
                start,
                warnings,
                deadline,
                left,
                level,
                warnedAt,
                breachedAt,
                stoppedAt,
                approval);
    }

    ClockState state() {
        if (stoppedAt != null) {
            return breachedAt != null ? ClockState.LATE : ClockState.ANSWERED;
        }
        if (breachedAt != null) {
            return ClockState.BREACHED;
        }
        if (left != null) {
            return ClockState.SUSPENDED;
        }
        return warnedAt != null ? ClockState.WARNED : ClockState.RUNNING;
    }
}
