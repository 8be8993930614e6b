package io.gridwhistle.events;

/** Why orders were issued. */
public enum DispatchCause implements Coded {
    ACCEPTED,
    /** The unit asked before returned its order; the next candidate is asked. */
    RETURNED,
    ESCALATED,
    REWORK,
    REOPENED,
    /** Its place or its class turned out to be another. */
    CORRECTED,
    VERIFICATION,
    /** 会商: the centre is asked to say who leads, or to lead itself; others are called to it. */
    CONSULTATION,
    /** A desk or a consultation decided. */
    DECIDED,
    /** It followed another case's order and does so no more. */
    UNLINKED,
    /** New boundaries are in force, and by them somebody else owns the place. */
    BOUNDARIES_CHANGED,
    /** 首接负责: whoever answers for the case has answered what else it was asked. */
    ANSWERABLE
}
