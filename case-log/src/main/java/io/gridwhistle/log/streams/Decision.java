package io.gridwhistle.log.streams;

import io.gridwhistle.events.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decider wants: the case's next state, records to append, timers to arm or cancel.
 *
 * @param state absent where there is nothing to remember
 * @param remarks what whoever runs the system should know of, by code; counted and logged, part of no state
 */
public record Decision<S>(@Nullable S state, List<Emission> emissions, List<TimerChange> timers, List<String> remarks) {

    /** A record for a topic: the case log, or a unit's. */
    public record Emission(String topic, EventEnvelope<?> envelope) {}

    /** A timer is told by its name within the case. */
    public sealed interface TimerChange {
        String name();

        Instant due();

        record Arm(String name, Instant due) implements TimerChange {}

        record Cancel(String name, Instant due) implements TimerChange {}
    }

    public static <S> Decision<S> nothing(S state) {
        return new Decision<>(state, List.of(), List.of(), List.of());
    }

    /** Nothing follows, and there is nothing to remember. */
    public static <S> Decision<S> none() {
        return new Decision<>(null, List.of(), List.of(), List.of());
    }

    /** Collects a decision step by step. */
    public static final class Draft {
        private final List<Emission> emissions = new ArrayList<>();
        private final List<TimerChange> timers = new ArrayList<>();
        private final Set<String> remarks = new LinkedHashSet<>();

        public Draft emit(String topic, EventEnvelope<?> envelope) {
            emissions.add(new Emission(topic, envelope));
            return this;
        }

        public Draft arm(String name, Instant due) {
            timers.add(new TimerChange.Arm(name, due));
            return this;
        }

        public Draft cancel(String name, Instant due) {
            timers.add(new TimerChange.Cancel(name, due));
            return this;
        }

        /** Once a decision, however often it is said. */
        public Draft remark(String code) {
            remarks.add(code);
            return this;
        }

        public <S> Decision<S> leavingIn(@Nullable S state) {
            return new Decision<>(state, List.copyOf(emissions), List.copyOf(timers), List.copyOf(remarks));
        }
    }
}
