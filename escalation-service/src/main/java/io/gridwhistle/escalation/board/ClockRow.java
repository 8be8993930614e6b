package io.gridwhistle.escalation.board;

import io.gridwhistle.events.id.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock as table {@code sla_board} lists it.
 *
 * @param due by what it is ordered: its deadline; while it stands still, the moment until which it does
 */
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
        @Nullable String level,
        Instant due,
        Instant startedAt,
        @Nullable Instant warnAt,
        @Nullable Instant deadline,
        @Nullable Long leftMs,
        @Nullable Instant suspendedUntil,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant stoppedAt) {

    static ClockRow of(CaseId id, BoardCase board, String name, BoardClock clock) {
        boolean suspended = clock.state() == ClockState.SUSPENDED;
        Instant until =
                suspended && board.suspension() != null ? board.suspension().until() : null;
        return new ClockRow(
                id.value(),
                name,
                clock.kind().code(),
                clock.orderId() == null ? null : clock.orderId().value(),
                board.state().classCode().value(),
                board.district() == null ? null : board.district().value(),
                clock.unit(),
                clock.desk(),
                clock.state().code(),
                clock.level() == null ? null : clock.level().code(),
                clock.deadline() != null ? clock.deadline() : until != null ? until : clock.start(),
                clock.start(),
                clock.warnings().isEmpty() ? null : clock.warnings().getFirst().at(),
                clock.deadline(),
                suspended && clock.left() != null ? clock.left().toMillis() : null,
                until,
                clock.warnedAt(),
                clock.breachedAt(),
                clock.stoppedAt());
    }
}
