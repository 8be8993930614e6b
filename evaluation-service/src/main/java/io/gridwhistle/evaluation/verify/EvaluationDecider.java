package io.gridwhistle.evaluation.verify;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.EvaluationEvent;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import org.jspecify.annotations.Nullable;

/** Nothing handled is believed before somebody has looked; nothing looked at and found good stays open. */
public final class EvaluationDecider implements Decider<CaseState> {

    @Override
    public Class<CaseState> stateType() {
        return CaseState.class;
    }

    @Override
    public Decision<CaseState> decide(
            @Nullable CaseState before, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        if (!(CaseLifecycle.apply(before, event.id(), event.event()) instanceof Outcome.Valid(var state))) {
            return before == null ? Decision.none() : Decision.nothing(before);
        }
        EvaluationEvent follows = switch (event.event()) {
            case OrderFedBack fedBack
            when state.phase() == Phase.HANDLED && fedBack.orderId().equals(state.lead()) ->
                new VerificationRequested(state.round() + 1, fedBack.orderId());
            case CaseVerified verdict when verdict.passed() -> new CaseClosed(verdict.round());
            default -> null;
        };
        var draft = new Decision.Draft();
        if (follows != null) {
            String name = EventTypes.nameOf(follows.getClass());
            int round = follows instanceof VerificationRequested request ? request.round() : state.round();
            var id = EventId.of(event.requireCaseId(), name, round);
            draft.emit(Topics.CASE_LOG, moment.envelope(id, event.requireCaseId(), event.traceparent(), follows));
        }
        return draft.leavingIn(state);
    }

    @Override
    public @Nullable CaseState passOver(@Nullable CaseState before, EventEnvelope<? extends CaseEvent> event) {
        return CaseLifecycle.apply(before, event.id(), event.event()) instanceof Outcome.Valid(var state)
                ? state
                : before;
    }
}
