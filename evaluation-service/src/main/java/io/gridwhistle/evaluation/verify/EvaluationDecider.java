package io.gridwhistle.evaluation.verify;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.EvaluationEvent;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Nothing handled is believed before somebody has looked; nothing looked at and found good stays open; and what answers
 * one report answers those that follow it.
 */
public final class EvaluationDecider implements Decider<EvaluatedCase> {

    @Override
    public Class<EvaluatedCase> stateType() {
        return EvaluatedCase.class;
    }

    @Override
    public Decision<EvaluatedCase> decide(
            @Nullable EvaluatedCase before, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        var step = new Step(event, moment, new Decision.Draft());
        EvaluatedCase next = EvaluatedCase.after(before, event);
        if (next == null) {
            // Who joins a case that was closed meanwhile gets its answer too.
            if (event.event() instanceof FollowerJoined it
                    && before != null
                    && before.state().phase() == Phase.CLOSED
                    && before.state().ties().isStill(it.asOf())) {
                step.answer(it.follower(), it.link(), before);
            }
            return step.draft().leavingIn(before);
        }
        CaseState state = next.state();
        switch (event.event()) {
            case OrderFedBack it
            when state.phase() == Phase.HANDLED && it.orderId().equals(state.lead()) ->
                step.follow(new VerificationRequested(state.round() + 1, it.orderId()), state.round() + 1);
            case CaseVerified it when it.passed() -> step.follow(new CaseClosed(it.round()), state.round());
            case CaseClosed _
            when before != null ->
                before.state().ties().followers().forEach((follower, link) -> step.answer(follower, link, next));
            default -> {
                // Nothing follows.
            }
        }
        return step.draft().leavingIn(next);
    }

    @Override
    public @Nullable EvaluatedCase passOver(@Nullable EvaluatedCase before, EventEnvelope<? extends CaseEvent> event) {
        EvaluatedCase next = EvaluatedCase.after(before, event);
        return next == null ? before : next;
    }

    private record Step(EventEnvelope<? extends CaseEvent> event, Moment moment, Decision.Draft draft) {

        void follow(EvaluationEvent follows, int round) {
            CaseId caseId = event.requireCaseId();
            emit(EventId.of(caseId, EventTypes.nameOf(follows.getClass()), round), caseId, follows);
        }

        void answer(CaseId follower, int link, EvaluatedCase first) {
            String result = first.result() == null ? "" : first.result();
            var closed = new CaseClosed(first.state().round(), new SharedAnswer(event.requireCaseId(), link, result));
            String name = EventTypes.nameOf(CaseClosed.class);
            emit(EventId.ofContent(follower, name, event.id().value()), follower, closed);
        }

        private void emit(EventId id, CaseId to, EvaluationEvent what) {
            draft.emit(Topics.CASE_LOG, moment.envelope(id, to, event.traceparent(), what));
        }
    }
}
