package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Coded;

/** Why an event had no effect. */
public enum VoidReason implements Coded {
    /** Nothing was reported under this case id. */
    NO_SUCH_CASE,
    /** The case has ended: closed, declined, withdrawn or voided. */
    CASE_ENDED,
    /** The case is not, or no longer, where this event leads on from. */
    WRONG_PHASE,
    /** It was decided before the case took its last turn. */
    OVERTAKEN,
    NO_SUCH_ORDER,
    /** The order was answered, returned or withdrawn before. */
    ORDER_NOT_OPEN,
    /** Somebody has to answer for the case: the first receiver, and at the end of all returns the city's centre. */
    NOT_RETURNABLE,
    /** A verifier answers with a verdict, not with a feedback; who merely answers for the case has nothing to report done. */
    WRONG_ANSWER,
    /** Another round of verification is under way. */
    WRONG_ROUND,
    /** Other cases follow this one; it cannot follow one itself. */
    HAS_FOLLOWERS,
    /** It was linked before; only a desk links it again. */
    LINKED_BEFORE,
    /** As many cases follow this one as may. */
    TOO_MANY_FOLLOWERS,
    /** No such case follows this one by that link. */
    NO_SUCH_FOLLOWER,
    /** The case stands still already. */
    ALREADY_SUSPENDED,
    /** The case does not stand still, or no longer. */
    NOT_SUSPENDED
}
