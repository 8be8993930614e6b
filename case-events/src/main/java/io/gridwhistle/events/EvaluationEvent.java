package io.gridwhistle.events;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import org.jspecify.annotations.Nullable;

/** Whether it was really done. */
public sealed interface EvaluationEvent extends CaseEvent {

    /** The result of this order is to be looked at on site; {@code round} counts from 1. */
    record VerificationRequested(int round, OrderId orderId) implements EvaluationEvent {}

    /** 核查; not passed means rework (返工). */
    record CaseVerified(int round, boolean passed, String note, Actor actor) implements EvaluationEvent {}

    /**
     * 结案.
     *
     * @param round of verification that passed: the case's own, or that of the case it followed
     * @param with the answer to the case it followed, which answers this one too
     */
    record CaseClosed(int round, @Nullable SharedAnswer with) implements EvaluationEvent {
        public CaseClosed(int round) {
            this(round, null);
        }
    }

    /**
     * What was done about the first of several reports of the same thing; every petitioner gets it.
     *
     * @param link the number of the follower's link to that case
     */
    record SharedAnswer(CaseId first, int link, String result) {}

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
