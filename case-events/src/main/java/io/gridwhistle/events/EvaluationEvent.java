package io.gridwhistle.events;

import io.gridwhistle.events.id.OrderId;
import org.jspecify.annotations.Nullable;

/** Whether it was really done. */
public sealed interface EvaluationEvent extends CaseEvent {

    /** The result of this order is to be looked at on site; {@code round} counts from 1. */
    record VerificationRequested(int round, OrderId orderId) implements EvaluationEvent {}

    /** 核查; not passed means rework (返工). */
    record CaseVerified(int round, boolean passed, String note, Actor actor) implements EvaluationEvent {}

    /** 结案. */
    record CaseClosed(int round) implements EvaluationEvent {}

    /** 回访. */
    record CaseFollowedUp(String note, Actor actor) implements EvaluationEvent {}

    /** 评价 by the petitioner: 1 (worst) to 5. */
    record SatisfactionScored(
            int score, boolean resolved, @Nullable String note, Actor actor) implements EvaluationEvent {
        public SatisfactionScored {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("score: %d is not between 1 and 5".formatted(score));
            }
        }
    }

    record CaseReopened(String reason, Actor actor) implements EvaluationEvent {}
}
