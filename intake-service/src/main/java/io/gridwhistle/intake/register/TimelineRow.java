package io.gridwhistle.intake.register;

import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.log.view.Logged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event of a case as table {@code case_timeline} lists it, void ones included. */
record TimelineRow(
        String caseId,
        String eventId,
        Instant logTime,
        long logOffset,
        Instant happenedAt,
        String name,
        String source,
        String effect,
        @Nullable String voidReason,
        JsonNode data) {

    static TimelineRow of(String caseId, Logged logged, RegisteredCase.Step step) {
        EventEnvelope<?> envelope = logged.envelope();
        String voidReason = step.outcome() instanceof Outcome.Void(var reason) ? reason.code() : null;
        return new TimelineRow(
                caseId,
                envelope.id().value(),
                logged.logTime(),
                logged.offset(),
                envelope.time(),
                EventTypes.nameOf(envelope.event().getClass()),
                envelope.source(),
                voidReason != null ? "void" : step.supplement() ? "supplement" : "valid",
                voidReason,
                Json.MAPPER.valueToTree(envelope.event()));
    }
}
