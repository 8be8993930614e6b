package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.EscalationEvent;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import org.jspecify.annotations.Nullable;

/** A decision in the making, with what every event of it needs. */
record Draft(CaseId caseId, @Nullable String traceparent, Moment moment, Decision.Draft decision) {
    Draft(CaseId caseId, @Nullable String traceparent, Moment moment) {
        this(caseId, traceparent, moment, new Decision.Draft());
    }

    void emit(EscalationEvent event, Object... about) {
        String name = EventTypes.nameOf(event.getClass());
        decision.emit(Topics.CASE_LOG, moment.envelope(EventId.of(caseId, name, about), caseId, traceparent, event));
    }
}
