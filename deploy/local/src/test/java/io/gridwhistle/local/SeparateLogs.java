package io.gridwhistle.local;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.evaluation.verify.EvaluationDecider;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some cases, each on a partition of its own, and the deciders that read each at their own pace: what one of them says of
 * another case stands there at once, but is read whenever that partition's turn comes.
 */
final class SeparateLogs {
    private final FolderReferences references;
    private final Map<CaseId, List<EventEnvelope<CaseEvent>>> logs = new LinkedHashMap<>();
    private final List<Reader<?>> readers = new ArrayList<>();
    private final Set<OrderId> believedOpen = new HashSet<>();
    private Instant now = Instant.parse("2025-11-20T01:00:00Z");

    SeparateLogs(FolderReferences references, List<CaseId> cases) {
        this.references = references;
        for (CaseId id : cases) {
            logs.put(id, new ArrayList<>());
            readers.add(new Reader<>(id, new DispatchDecider()));
            readers.add(new Reader<>(id, new EvaluationDecider()));
        }
    }

    void append(EventEnvelope<CaseEvent> event) {
        log(event.requireCaseId()).add(event);
    }

    /** One decider reads one more event of one case. Answers whether there was any. */
    boolean readOne(Random random) {
        List<Reader<?>> behind = readers.stream().filter(Reader::isBehind).toList();
        if (behind.isEmpty()) {
            return false;
        }
        behind.get(random.nextInt(behind.size())).readNext();
        return true;
    }

    /** The case as its log tells. */
    @Nullable
    CaseState state(CaseId id) {
        CaseState state = null;
        for (var event : log(id)) {
            if (CaseLifecycle.apply(state, event.id(), event.event()) instanceof Outcome.Valid(var next)) {
                state = next;
            }
        }
        return state;
    }

    List<EventEnvelope<CaseEvent>> log(CaseId id) {
        return Objects.requireNonNull(logs.get(id));
    }

    /** Orders that their units, who read their own topics alone, believe to be open but for their own answers. */
    Set<OrderId> believedOpen() {
        return believedOpen;
    }

    private void take(Decision.Emission emission) {
        if (emission.topic().equals(Topics.CASE_LOG)) {
            append(emission.envelope().as(CaseEvent.class));
        }
        switch (emission.envelope().event()) {
            case OrderIssued it -> believedOpen.add(it.orderId());
            case OrderWithdrawn it -> believedOpen.remove(it.orderId());
            default -> {
                // No order comes or goes with it.
            }
        }
    }

    private final class Reader<S> {
        private final CaseId id;
        private final Decider<S> decider;
        private @Nullable S state;
        private int next;

        Reader(CaseId id, Decider<S> decider) {
            this.id = id;
            this.decider = decider;
        }

        boolean isBehind() {
            return next < log(id).size();
        }

        void readNext() {
            now = now.plusMillis(1);
            Decision<S> decision = decider.decide(state, log(id).get(next++), references.at(now));
            // A case may have been stored and read again in between; that must not show.
            S left = decision.state();
            state = left == null
                    ? null
                    : Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(left), decider.stateType());
            decision.emissions().forEach(SeparateLogs.this::take);
        }
    }
}
