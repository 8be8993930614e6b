package io.gridwhistle.escalation.board;

import io.gridwhistle.events.id.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A clock as table {@code sla_board} lists it. */
record ClockRow(
        String caseId,
        String clock,
        String kind,
        @Nullable String orderId,
        String classCode,
        @Nullable String district,
        @Nullable String unit,
        @Nullable String desk,
        String state,
        Instant startedAt,
        Instant warnAt,
        Instant deadline,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant stoppedAt) {

    static ClockRow of(CaseId id, BoardCase board, String name, BoardClock clock) {
        var armed = clock.armed();
        return new ClockRow(
                id.value(),
                name,
                armed.clock().code(),
                armed.orderId() == null ? null : armed.orderId().value(),
                board.state().classCode().value(),
                board.district() == null ? null : board.district().value(),
                clock.unit(),
                clock.desk(),
                clock.state(),
                armed.start(),
                armed.warnAt(),
                armed.deadline(),
                clock.warnedAt(),
                clock.breachedAt(),
                clock.stoppedAt());
    }
}
