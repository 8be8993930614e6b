package io.gridwhistle.escalation.board;

import io.gridwhistle.events.id.CaseId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case that was ever supervised, as table {@code supervised_case} has it; those that still are, are {@code listed}. */
record SupervisedRow(
        String caseId,
        String classCode,
        @Nullable String district,
        String status,
        boolean listed,
        Instant since,
        int times,
        Instant last,
        String reason,
        @Nullable Instant followUpAt) {

    static Optional<SupervisedRow> of(CaseId id, BoardCase board) {
        return Optional.ofNullable(board.supervised())
                .map(it -> new SupervisedRow(
                        id.value(),
                        board.state().classCode().value(),
                        board.district() == null ? null : board.district().value(),
                        board.state().phase().code(),
                        board.isListed(),
                        it.since(),
                        it.times(),
                        it.last(),
                        it.reason(),
                        it.followUpAt()));
    }
}
