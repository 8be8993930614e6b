package io.gridwhistle.log.view;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent;
import io.gridwhistle.events.id.CaseId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A view that folds each case's events into a state and writes rows of the states that changed.
 *
 * @param <S> what the view remembers of a case
 */
public abstract class FoldingView<S> implements View {
    private final String name;
    private final CaseStates<S> cases;
    private List<Step<S>> steps = List.of();

    protected FoldingView(String name, CaseStates<S> cases) {
        this.name = name;
        this.cases = cases;
    }

    /** An event of a case that is known, and what it changed, if anything. */
    public record Step<S>(@Nullable S before, S after, Logged event) {}

    /** A case whose state a batch has changed. */
    public record Changed<S>(CaseId id, S state) {}

    /** The state after an event; {@code before} is absent before the case's first, the result where it stays unknown. */
    protected abstract @Nullable S next(@Nullable S before, Logged event);

    protected abstract Mono<Void> write(List<Changed<S>> changed);

    /** For whoever counts: told of every event once the batch is in the database. */
    protected void happened(Step<S> step) {}

    /** Control events of a batch; each stands on every partition, and may be an old one where a partition is behind. */
    protected Mono<Void> writeControl(List<Logged> events) {
        return Mono.empty();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void written(Predicate<Logged> news) {
        steps.stream().filter(step -> news.test(step.event())).forEach(this::happened);
        steps = List.of();
    }

    @Override
    public final Mono<Void> apply(List<Logged> batch) {
        steps = List.of();
        List<Logged> control = batch.stream()
                .filter(logged -> logged.envelope().event() instanceof ControlEvent)
                .toList();
        Mono<Void> cases = applyToCases(batch);
        return control.isEmpty() ? cases : cases.then(Mono.defer(() -> writeControl(control)));
    }

    private Mono<Void> applyToCases(List<Logged> batch) {
        List<Logged> events = batch.stream()
                .filter(logged -> logged.envelope().event() instanceof CaseEvent
                        && logged.envelope().caseId() != null)
                .toList();
        if (events.isEmpty()) {
            return Mono.empty();
        }
        var ids =
                events.stream().map(logged -> logged.envelope().requireCaseId()).collect(Collectors.toSet());
        return cases.load(ids).flatMap(known -> Mono.defer(() -> fold(events, known)));
    }

    private Mono<Void> fold(List<Logged> events, Map<CaseId, S> known) {
        var changed = new LinkedHashMap<CaseId, S>();
        var taken = new ArrayList<Step<S>>();
        for (Logged event : events) {
            CaseId id = event.envelope().requireCaseId();
            S before = known.get(id);
            S next = next(before, event);
            if (next != null && !next.equals(before)) {
                known.put(id, next);
                changed.put(id, next);
            }
            if (next != null) {
                taken.add(new Step<>(before, next, event));
            }
        }
        steps = taken;
        return cases.save(changed)
                .then(write(changed.entrySet().stream()
                        .map(entry -> new Changed<>(entry.getKey(), entry.getValue()))
                        .toList()));
    }
}
