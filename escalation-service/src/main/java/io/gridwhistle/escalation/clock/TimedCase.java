package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What escalation remembers of a case.
 *
 * @param reported how urgent the report says it is, where it does
 * @param situation of the case itself, at the place that it was reported for
 * @param placed that of its orders, at the place that was found for it last
 * @param clocks that run, stand still, or ran out and still wait, by name
 * @param followUp the desk wants to hear of the case again
 */
record TimedCase(
        CaseState state,
        @Nullable Severity reported,
        Situation situation,
        Situation placed,
        Map<String, Clock> clocks,
        Ascent ascent,
        @Nullable Suspension suspension,
        @Nullable FollowUp followUp) {

    /**
     * The case's way up.
     *
     * @param ladder whom it can climb to, upwards
     * @param climbed who it was sent up to since it last took a turn
     * @param from the order to lead that it was sent up from last; as long as it leads, nobody above was asked yet
     */
    record Ascent(
            List<LadderStep> ladder,
            List<UnitCode> climbed,
            @Nullable OrderId from) {
        static final Ascent NONE = new Ascent(List.of(), List.of(), null);

        private Ascent on(List<LadderStep> next) {
            return new Ascent(next, climbed, from);
        }

        private Ascent to(UnitCode unit, @Nullable OrderId order) {
            var next = new ArrayList<>(climbed);
            next.add(unit);
            return new Ascent(ladder, next, order);
        }

        /** People have looked at the case: it may go up the whole ladder again. */
        private Ascent anew() {
            return new Ascent(ladder, List.of(), null);
        }
    }

    /** @param reason why the case was put under supervision */
    record FollowUp(String reason, Alarm alarm) {}

    static TimedCase of(CaseState state, @Nullable Severity reported, Situation situation) {
        return new TimedCase(state, reported, situation, situation, Map.of(), Ascent.NONE, null, null);
    }

    TimedCase in(CaseState next) {
        Ascent still = next.turn().equals(state.turn()) ? ascent : ascent.anew();
        return new TimedCase(next, reported, situation, placed, clocks, still, suspension, followUp);
    }

    TimedCase about(ClassCode classCode, Severity severity) {
        return new TimedCase(
                state,
                reported,
                situation.about(classCode, severity),
                placed.about(classCode, severity),
                clocks,
                ascent,
                suspension,
                followUp);
    }

    TimedCase routed(RoutingDecision decision) {
        return new TimedCase(
                state,
                reported,
                situation,
                situation.at(decision),
                clocks,
                ascent.on(decision.ladder()),
                suspension,
                followUp);
    }

    TimedCase climbedTo(UnitCode unit, @Nullable OrderId from) {
        return new TimedCase(state, reported, situation, placed, clocks, ascent.to(unit, from), suspension, followUp);
    }

    TimedCase suspended(@Nullable Suspension next) {
        return new TimedCase(state, reported, situation, placed, clocks, ascent, next, followUp);
    }

    TimedCase following(@Nullable FollowUp next) {
        return new TimedCase(state, reported, situation, placed, clocks, ascent, suspension, next);
    }

    TimedCase with(Clock clock) {
        var next = new LinkedHashMap<>(clocks);
        next.put(clock.name(), clock);
        return new TimedCase(state, reported, situation, placed, next, ascent, suspension, followUp);
    }

    TimedCase without(String clock) {
        var next = new LinkedHashMap<>(clocks);
        next.remove(clock);
        return new TimedCase(state, reported, situation, placed, next, ascent, suspension, followUp);
    }

    /** The handle clock of whoever leads, whether it runs, stands still or ran out. */
    Optional<Clock> findHandle() {
        return clocks.values().stream()
                .filter(clock -> clock.kind() == ClockKind.HANDLE)
                .findFirst();
    }
}
