package io.gridwhistle.escalation.board;

import io.gridwhistle.escalation.clock.Clock.Granted;
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
 * @param granted what desks have allowed it
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
        Granted granted) {

    static BoardClock of(
            ClockKind kind,
            @Nullable OrderId orderId,
            EventId turn,
            @Nullable String unit,
            @Nullable String desk,
            Instant start) {
        return new BoardClock(
                kind, orderId, turn, unit, desk, start, List.of(), null, null, null, null, null, null, Granted.NOTHING);
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
                it.because() == ArmingCause.STARTED ? Granted.NOTHING : granted);
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
                granted);
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
                granted);
    }

    BoardClock breached(Instant at) {
        return new BoardClock(
                kind, orderId, turn, unit, desk, start, List.of(), deadline, left, level, warnedAt, at, stoppedAt,
                granted);
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
                granted);
    }

    BoardClock granted(Granted next) {
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
                next);
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
