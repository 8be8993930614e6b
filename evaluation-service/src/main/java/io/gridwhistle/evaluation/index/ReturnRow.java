package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.id.CaseId;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order that was returned, as table {@code returned_order} lists it; {@code unit} is who returned it. */
record ReturnRow(
        String orderId,
        String caseId,
        String platform,
        String classCode,
        String channel,
        @Nullable String district,
        String unit,
        String reason,
        Instant returnedAt,
        Instant reportedAt,
        boolean buckPassing) {

    static Stream<ReturnRow> of(CaseId id, ScoredCase it) {
        return it.returned().stream()
                .map(returned -> new ReturnRow(
                        returned.orderId().value(),
                        id.value(),
                        it.report().platform().value(),
                        it.state().classCode().value(),
                        it.report().channel().value(),
                        it.district() == null ? null : it.district().value(),
                        returned.unit().value(),
                        returned.reason(),
                        returned.at(),
                        it.reportedAt(),
                        returned.buckPassing()));
    }
}
