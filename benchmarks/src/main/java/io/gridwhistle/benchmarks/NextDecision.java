package io.gridwhistle.benchmarks;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import org.jspecify.annotations.Nullable;

/** A decider led through a case up to one event, which it can then be asked about again and again. */
record NextDecision<S>(
        Decider<S> decider, @Nullable S state, byte[] stored, EventEnvelope<? extends CaseEvent> event, Moment moment) {

    static <S> NextDecision<S> about(
            Class<? extends CaseEvent> type, Decider<S> decider, CaseHistory history, Moment moment) {
        S state = null;
        for (var event : history.listBefore(type)) {
            state = decider.decide(state, event, moment).state();
        }
        return new NextDecision<>(decider, state, Json.STATES.writeValueAsBytes(state), history.get(type), moment);
    }

    Decision<S> decide() {
        return decider.decide(state, event, moment);
    }

    /** What the shell does around every decision: the state read from its store and written back. */
    byte[] rewriteState() {
        return Json.STATES.writeValueAsBytes(Json.STATES.readValue(stored, decider.stateType()));
    }
}
