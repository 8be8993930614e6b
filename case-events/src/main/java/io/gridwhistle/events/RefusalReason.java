package io.gridwhistle.events;

/** Why what a desk approved does not hold. */
public enum RefusalReason implements Coded {
    /** Nobody is on a handle clock. */
    NO_CLOCK,
    /** The clock had run out. */
    TOO_LATE,
    /** The case stands still already. */
    SUSPENDED,
    /** Its end, or the new deadline, is not later than what there is. */
    NOT_LATER,
    /** Longer than the policy allows. */
    TOO_LONG,
    /** The policy allows none, or no more of them. */
    NOT_ALLOWED
}
