package io.gridwhistle.log.streams;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.id.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows from an event, purely: the same state, event and moment always lead to the same decision.
 *
 * @param <S> what is remembered of a case; written as JSON
 */
public interface Decider<S> {

    Class<S> stateType();

    /** {@code state} is absent before a case's first event. */
    Decision<S> decide(@Nullable S state, EventEnvelope<? extends CaseEvent> event, Moment moment);

    /**
     * The state after an event whose decision failed and was parked: what the log says, and nothing done about it, so that
     * people who decide about the case later are understood.
     */
    @Nullable
    S passOver(@Nullable S state, EventEnvelope<? extends CaseEvent> event);

    /** Every timer that a case in this state may have armed; a decider that arms none names none. */
    default List<Decision.TimerChange.Arm> timersOf(S state) {
        return List.of();
    }

    /** A timer that was armed has come due: everything appended before it has been decided. */
    default Decision<S> fire(S state, DueTimer timer, Moment moment) {
        throw new IllegalStateException("%s arms no timers".formatted(getClass().getSimpleName()));
    }

    /** What makes a decider reconsider open cases. */
    enum Occasion {
        /** An activation that re-routes has come into force. */
        REROUTE,
        /** Another operating mode holds somewhere. */
        MODE
    }

    default Occasion reconsidersAt() {
        return Occasion.REROUTE;
    }

    /** Whether it may concern a case in this state; others are not even looked at. */
    default boolean mayMove(S state) {
        return false;
    }

    /**
     * The occasion has come: what follows for a case that it may concern. Asked at least once of each, and perhaps again
     * before what it led to was read back.
     */
    default Decision<S> reconsider(CaseId caseId, S state, Moment moment) {
        return Decision.nothing(state);
    }
}
