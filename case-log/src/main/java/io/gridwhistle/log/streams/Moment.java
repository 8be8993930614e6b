package io.gridwhistle.log.streams;

import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.util.List;
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

    /** An operating mode, and since when it holds. */
    record ModeInForce(OperatingMode mode, Instant since) {
        static final ModeInForce ORDINARY = new ModeInForce(OperatingMode.ORDINARY, Instant.EPOCH);
    }

    /** The mode in force at a place: that of the last of these, the most specific, of which one was said or planned. */
    default ModeInForce mode(List<String> places) {
        return mode(places, logTime());
    }

    /** The one that was in force there at an earlier log time; of a month back, and longer ago the ordinary one. */
    default ModeInForce mode(List<String> places, Instant at) {
        return ModeInForce.ORDINARY;
    }

    /** What stands as {@code ce_source} on what is decided here. */
    String source();

    /** An event of a case, happening now. */
    default <E> EventEnvelope<E> envelope(EventId id, CaseId caseId, @Nullable String traceparent, E event) {
        return new EventEnvelope<>(id, caseId, source(), logTime(), traceparent, event);
    }
}
