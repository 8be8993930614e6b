package io.gridwhistle.events;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what CloudEvents says about it.
 *
 * @param id the idempotency key
 * @param caseId the case, absent on a control event
 * @param source the service that appended it, such as {@code /intake}
 * @param time when it happened, by the clock of whoever says so; deadlines go by log time instead
 */
public record EventEnvelope<E>(
        EventId id,
        @Nullable CaseId caseId,
        String source,
        Instant time,
        @Nullable String traceparent,
        E event) {

    /** The case of an event that has one. Errors: {@link IllegalStateException} on a control event. */
    public CaseId requireCaseId() {
        if (caseId == null) {
            throw new IllegalStateException("event %s has no case".formatted(id));
        }
        return caseId;
    }

    /** The same envelope around the event as what it is. Errors: {@link ClassCastException} where it is not. */
    public <F> EventEnvelope<F> as(Class<F> type) {
        return new EventEnvelope<>(id, caseId, source, time, traceparent, type.cast(event));
    }
}
