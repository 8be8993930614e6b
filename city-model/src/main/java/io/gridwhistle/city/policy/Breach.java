package io.gridwhistle.city.policy;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Coded;

/** What follows when a clock runs out. */
public enum Breach implements Coded {
    /** The case goes up the ladder. */
    ESCALATE,
    /** 督办: the case is put on the list of those that the centre supervises. */
    SUPERVISE,
    /** It is on record and counted, nothing else moves. */
    ALARM;

    /** What follows where a rule does not say. */
    static Breach usual(ClockKind clock) {
        return switch (clock) {
            case ACKNOWLEDGE, HANDLE -> ESCALATE;
            case ACCEPT, DISPATCH, VERIFY, CONSULTATION, OVERALL -> SUPERVISE;
            case FOLLOW_UP -> ALARM;
        };
    }
}
