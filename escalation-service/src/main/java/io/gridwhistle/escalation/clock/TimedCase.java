package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.LadderStep;
import io.gridwhistle.lifecycle.CaseState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What escalation remembers of a case.
 *
 * @param clocks that run, or ran out and still wait, by name
 * @param ladder whom the case can climb to, upwards
 */
record TimedCase(CaseState state, Map<String, Clock> clocks, List<LadderStep> ladder) {

    TimedCase in(CaseState next) {
        return new TimedCase(next, clocks, ladder);
    }

    TimedCase climbing(List<LadderStep> next) {
        return new TimedCase(state, clocks, next);
    }

    TimedCase with(Clock clock) {
        var next = new LinkedHashMap<>(clocks);
        next.put(clock.name(), clock);
        return new TimedCase(state, next, ladder);
    }

    TimedCase without(String clock) {
        var next = new LinkedHashMap<>(clocks);
        next.remove(clock);
        return new TimedCase(state, next, ladder);
    }
}
