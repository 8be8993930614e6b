package io.gridwhistle.evaluation.verify;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What evaluation remembers of a case.
 *
 * @param result what was done about it, as whoever led said last, or as the case that it followed was answered
 */
record EvaluatedCase(CaseState state, @Nullable String result) {

    /** The case after an event that holds; absent where the event is void. */
    static @Nullable EvaluatedCase after(@Nullable EvaluatedCase before, EventEnvelope<? extends CaseEvent> event) {
        CaseState stateBefore = before == null ? null : before.state();
        if (!(CaseLifecycle.apply(stateBefore, event.id(), event.event()) instanceof Outcome.Valid(var state))) {
            return null;
        }
        String known = before == null ? null : before.result();
        return new EvaluatedCase(
                state,
                switch (event.event()) {
                    case OrderFedBack it when it.orderId().equals(state.lead()) -> it.result();
                    case CaseClosed it when it.with() != null -> it.with().result();
                    default -> known;
                });
    }
}
