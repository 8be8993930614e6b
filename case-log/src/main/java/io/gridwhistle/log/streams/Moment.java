package io.gridwhistle.log.streams;

import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When and under which references something is decided: all that a decider may know besides state and event. */
public interface Moment {
    /** The greatest append time read on this partition so far. */
    Instant logTime();

    /** The version in force at this place in the log. */
    Optional<String> findVersion(ReferenceKind kind);

    /** What that version says. */
    <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser);

    /** What stands as {@code ce_source} on what is decided here. */
    String source();

    /** An event of a case, happening now. */
    default <E> EventEnvelope<E> envelope(EventId id, CaseId caseId, @Nullable String traceparent, E event) {
        return new EventEnvelope<>(id, caseId, source(), logTime(), traceparent, event);
    }
}
