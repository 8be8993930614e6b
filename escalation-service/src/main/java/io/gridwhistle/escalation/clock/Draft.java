package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.EscalationEvent;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.RefusalReason;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision in the making, with what every event of it needs. */
record Draft(CaseId caseId, @Nullable String traceparent, Moment moment, Decision.Draft decision) {
    Draft(CaseId caseId, @Nullable String traceparent, Moment moment) {
        this(caseId, traceparent, moment, new Decision.Draft());
    }

    Instant now() {
        return moment.logTime();
    }

    void emit(EscalationEvent event, Object... about) {
        String name = EventTypes.nameOf(event.getClass());
        decision.emit(Topics.CASE_LOG, moment.envelope(EventId.of(caseId, name, about), caseId, traceparent, event));
    }

    /** What a desk approved does not hold; the case stays as it is. */
    TimedCase refuse(TimedCase now, EventId approval, RefusalReason reason) {
        // Of an event id, what follows its case's.
        String what = approval.value().substring(caseId.value().length() + 1);
        emit(new ApprovalRefused(approval, reason), what, now().toEpochMilli());
        return now;
    }

    void arm(String name, Optional<Instant> due) {
        due.ifPresent(at -> decision.arm(name, at));
    }

    void cancel(String name, Optional<Instant> due) {
        due.ifPresent(at -> decision.cancel(name, at));
    }
}
