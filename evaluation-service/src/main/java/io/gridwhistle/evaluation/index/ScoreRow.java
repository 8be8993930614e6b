package io.gridwhistle.evaluation.index;

import io.gridwhistle.evaluation.index.ScoredCase.Milestone;
import io.gridwhistle.evaluation.index.ScoredCase.Tally;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.id.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as table {@code score_book} lists it. */
record ScoreRow(
        String caseId,
        String platform,
        String classCode,
        String channel,
        @Nullable String district,
        @Nullable String unit,
        String status,
        Instant reportedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant declinedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant handledAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant closedAt,
        boolean acceptBreached,
        boolean acknowledgeBreached,
        boolean handleBreached,
        boolean verifyBreached,
        boolean overallBreached,
        int returns,
        int reworks,
        int escalations,
        int reopenings,
        @Nullable Integer satisfaction,
        @Nullable Boolean resolved) {

    static ScoreRow of(CaseId id, ScoredCase it) {
        var lead = it.state().lead() == null
                ? null
                : it.state().orders().get(it.state().lead());
        return new ScoreRow(
                id.value(),
                it.report().platform().value(),
                it.state().classCode().value(),
                it.report().channel().value(),
                it.district() == null ? null : it.district().value(),
                lead == null ? null : lead.to().desk().value(),
                it.state().phase().code(),
                it.reportedAt(),
                it.times().get(Milestone.ACCEPTED),
                it.times().get(Milestone.DECLINED),
                it.times().get(Milestone.DISPATCHED),
                it.times().get(Milestone.ACKNOWLEDGED),
                it.times().get(Milestone.HANDLED),
                it.times().get(Milestone.VERIFIED),
                it.times().get(Milestone.CLOSED),
                it.breached().contains(ClockKind.ACCEPT),
                it.breached().contains(ClockKind.ACKNOWLEDGE),
                it.breached().contains(ClockKind.HANDLE),
                it.breached().contains(ClockKind.VERIFY),
                it.breached().contains(ClockKind.OVERALL),
                it.returned().size(),
                it.counts().getOrDefault(Tally.REWORKS, 0),
                it.counts().getOrDefault(Tally.ESCALATIONS, 0),
                it.counts().getOrDefault(Tally.REOPENINGS, 0),
                it.satisfaction(),
                it.resolved());
    }
}
