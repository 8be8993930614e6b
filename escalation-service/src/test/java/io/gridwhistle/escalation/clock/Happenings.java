package io.gridwhistle.escalation.clock;

import java.util.EnumMap;
import java.util.Map;

/** What happened to the cases of a simulation, and how often: what never does, is not held to anything. */
final class Happenings {
    enum Kind {
        BREACH,
        ANSWER_IN_TIME,
        WARNING,
        ESCALATION,
        PAUSE,
        RESUMPTION,
        EXTENSION,
        REFUSAL,
        STRICTER_MODE,
        MODE_ENDED,
        PLANNED_MODE,
        LINK,
        SPLIT,
        SHARED_ANSWER,
        ALARM,
        OTHER_CLOCK_OF_AN_ORDER
    }

    private final Map<Kind, Integer> times = new EnumMap<>(Kind.class);

    void count(Kind kind, int more) {
        times.merge(kind, more, Integer::sum);
    }

    Map<Kind, Integer> times() {
        return times;
    }

    static void require(boolean holds, String otherwise, Object... about) {
        if (!holds) {
            throw new AssertionError(otherwise.formatted(about));
        }
    }
}
