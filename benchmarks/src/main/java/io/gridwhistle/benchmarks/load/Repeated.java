package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what a decider has decided about another case of the same kind: everything is read, kept and written as with that
 * decider, and nothing decided.
 *
 * @param <S> what the decider remembers of a case
 */
final class Repeated<S> implements Decider<S> {
    private record Step(int kind, Class<?> event) {}

    private final Decider<S> decider;
    private final Map<String, Integer> kinds;
    private final Map<Step, Decision<S>> decisions = new ConcurrentHashMap<>();

    /** {@code kinds} of cases by their ids. */
    Repeated(Decider<S> decider, Map<String, Integer> kinds) {
        this.decider = decider;
        this.kinds = kinds;
    }

    /** The decider itself, whose decisions about these cases will be repeated about others. */
    Decider<S> learning(Set<String> cases) {
        return new Decider<>() {
            @Override
            public Class<S> stateType() {
                return decider.stateType();
            }

            @Override
            public Decision<S> decide(@Nullable S state, EventEnvelope<? extends CaseEvent> event, Moment moment) {
                Decision<S> decision = decider.decide(state, event, moment);
                if (cases.contains(event.requireCaseId().value())) {
                    decisions.put(step(event), decision);
                }
                return decision;
            }

            @Override
            public boolean mayMove(S state) {
                return decider.mayMove(state);
            }

            @Override
            public @Nullable S passOver(@Nullable S state, EventEnvelope<? extends CaseEvent> event) {
                return decider.passOver(state, event);
            }
        };
    }

    @Override
    public Class<S> stateType() {
        return decider.stateType();
    }

    @Override
    public Decision<S> decide(@Nullable S state, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        Decision<S> before = decisions.get(step(event));
        if (before == null) {
            throw new IllegalStateException("%s was never decided".formatted(step(event)));
        }
        var emissions = before.emissions().stream()
                .map(it -> new Decision.Emission(it.topic(), about(event.requireCaseId(), it.envelope())))
                .toList();
        return new Decision<>(before.state(), emissions, before.timers(), before.remarks());
    }

    @Override
    public boolean mayMove(S state) {
        return decider.mayMove(state);
    }

    @Override
    public @Nullable S passOver(@Nullable S state, EventEnvelope<? extends CaseEvent> event) {
        return decider.passOver(state, event);
    }

    private Step step(EventEnvelope<? extends CaseEvent> event) {
        return new Step(
                kinds.getOrDefault(event.requireCaseId().value(), -1),
                event.event().getClass());
    }

    private static <E> EventEnvelope<E> about(CaseId caseId, EventEnvelope<E> it) {
        return new EventEnvelope<>(it.id(), caseId, it.source(), it.time(), it.traceparent(), it.event());
    }
}
