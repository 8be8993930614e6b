package io.gridwhistle.local;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.escalation.clock.EscalationDecider;
import io.gridwhistle.evaluation.verify.EvaluationDecider;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.DueTimer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One case and all deciders of the city over a log in memory: what follows from an event, until nothing more does. */
final class SimulatedLog {
    private final FolderReferences references;
    private final List<Reader<?>> readers;
    private final Deque<EventEnvelope<CaseEvent>> unread = new ArrayDeque<>();
    private final List<String> follows = new ArrayList<>();

    SimulatedLog(Path city) {
        references = new FolderReferences(city);
        readers = List.of(
                new Reader<>(new DispatchDecider()),
                new Reader<>(new EscalationDecider()),
                new Reader<>(new EvaluationDecider()));
    }

    /** Log time moves on; what that leads to, in the domain's words. */
    List<String> tick(Instant at) {
        return read(at);
    }

    List<String> append(Instant at, EventEnvelope<CaseEvent> event) {
        unread.add(event);
        return read(at);
    }

    private List<String> read(Instant at) {
        follows.clear();
        readers.forEach(reader -> reader.moveTo(at));
        while (!unread.isEmpty()) {
            EventEnvelope<CaseEvent> next = unread.poll();
            readers.forEach(reader -> reader.read(next, at));
        }
        return List.copyOf(follows);
    }

    private void take(Decision.Emission emission) {
        if (emission.topic().equals(Topics.CASE_LOG)) {
            unread.add(emission.envelope().as(CaseEvent.class));
        }
        if (!(emission.envelope().event() instanceof ClockArmed)) {
            follows.add(say(emission.envelope().event()));
        }
    }

    private static String say(@Nullable Object event) {
        return switch (event) {
            case OrderIssued it -> "%s %s %s".formatted(name(it), it.role().code(), it.unit());
            case OrderMessage it ->
                "%s %s".formatted(name(it), it.orderId().value().substring(27));
            case SlaWarned it ->
                name(it) + " " + it.clock().code() + " " + it.level().code();
            case SlaBreached it -> name(it) + " " + it.clock().code();
            case CaseEscalated it -> name(it) + " " + it.to().level();
            case null -> "nothing";
            default -> name(event);
        };
    }

    private static String name(Object event) {
        return EventTypes.nameOf(event.getClass());
    }

    private final class Reader<S> {
        private final Decider<S> decider;
        private final TreeSet<DueTimer> timers =
                new TreeSet<>(Comparator.comparing(DueTimer::due).thenComparing(DueTimer::name));
        private @Nullable S state;

        Reader(Decider<S> decider) {
            this.decider = decider;
        }

        void moveTo(Instant at) {
            while (state != null && !timers.isEmpty() && !timers.first().due().isAfter(at)) {
                DueTimer due = timers.removeFirst();
                carryOut(decider.fire(state, due, references.at(at)), due);
            }
        }

        void read(EventEnvelope<CaseEvent> event, Instant at) {
            carryOut(
                    decider.decide(state, event, references.at(at)),
                    new DueTimer(event.requireCaseId(), "", Instant.EPOCH));
        }

        private void carryOut(Decision<S> decision, DueTimer about) {
            state = decision.state();
            for (Decision.TimerChange change : decision.timers()) {
                var timer = new DueTimer(about.caseId(), change.name(), change.due());
                switch (change) {
                    case Decision.TimerChange.Arm _ -> timers.add(timer);
                    case Decision.TimerChange.Cancel _ -> timers.remove(timer);
                }
            }
            decision.emissions().forEach(SimulatedLog.this::take);
        }
    }
}
