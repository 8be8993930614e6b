package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.Policy;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Decision.TimerChange;
import io.gridwhistle.log.streams.DueTimer;
import io.gridwhistle.log.streams.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One case on one partition of the log, as the shell runs it: timers due by a record's log time fire before the record,
 * oldest first, and what was decided is appended behind it.
 */
final class LogSimulator {
    static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "simulated");

    private static final byte[] POLICIES = Json.MAPPER.writeValueAsBytes(List.of(new Policy(
            Policy.ANY,
            Map.of(
                    ClockKind.ACCEPT, Duration.ofMinutes(30),
                    ClockKind.ACKNOWLEDGE, Duration.ofMinutes(20),
                    ClockKind.HANDLE, Duration.ofHours(2),
                    ClockKind.VERIFY, Duration.ofHours(1),
                    ClockKind.OVERALL, Duration.ofHours(10)),
            0.5,
            0.8)));

    /** A record of the log. */
    record Entry(Instant at, EventId id, CaseEvent event) {}

    private final EscalationDecider decider = new EscalationDecider();
    private final TreeSet<DueTimer> timers =
            new TreeSet<>(Comparator.comparing(DueTimer::due).thenComparing(DueTimer::name));
    private final Queue<Entry> appended = new ArrayDeque<>();
    private final List<Entry> log = new ArrayList<>();
    private @Nullable TimedCase state;
    private int events;

    /** Everything on the log, what was decided included. */
    List<Entry> log() {
        return log;
    }

    List<DueTimer> armed() {
        return List.copyOf(timers);
    }

    /** Appends an event; the answer is what was decided about it, and about the timers that it made pass. */
    List<CaseEvent> append(Instant at, CaseEvent event) {
        var decided = new ArrayList<CaseEvent>();
        fireDue(at, decided);
        decide(
                new Entry(
                        at,
                        EventId.of(CASE, "simulated", ++events),
                        Events.inTurn(event, state == null ? null : state.state())),
                decided);
        readBack(decided);
        return decided;
    }

    /** A tick, or a record of another case: time passes, nothing else. */
    List<CaseEvent> pass(Instant at) {
        var decided = new ArrayList<CaseEvent>();
        fireDue(at, decided);
        readBack(decided);
        return decided;
    }

    private void fireDue(Instant at, List<CaseEvent> decided) {
        var due = new ArrayList<DueTimer>();
        while (!timers.isEmpty() && !timers.getFirst().due().isAfter(at)) {
            due.add(timers.removeFirst());
        }
        for (DueTimer timer : due) {
            if (state != null) {
                Decision<TimedCase> decision = decider.fire(state, timer, new Now(at));
                assertThat(decider.fire(stored(state), timer, new Now(at))).isEqualTo(decision);
                carryOut(at, decision, decided);
            }
        }
    }

    private void decide(Entry entry, List<CaseEvent> decided) {
        log.add(entry);
        var envelope = new EventEnvelope<CaseEvent>(entry.id(), CASE, "/simulated", entry.at(), null, entry.event());
        Decision<TimedCase> decision = decider.decide(state, envelope, new Now(entry.at()));
        // A case may have been stored and read again in between; that must not show.
        assertThat(decider.decide(state == null ? null : stored(state), envelope, new Now(entry.at())))
                .isEqualTo(decision);
        carryOut(entry.at(), decision, decided);
    }

    private static TimedCase stored(TimedCase state) {
        return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(state), TimedCase.class);
    }

    private void readBack(List<CaseEvent> decided) {
        for (Entry next = appended.poll(); next != null; next = appended.poll()) {
            fireDue(next.at(), decided);
            decide(next, decided);
        }
    }

    private void carryOut(Instant at, Decision<TimedCase> decision, List<CaseEvent> decided) {
        if (decision.state() != null) {
            state = decision.state();
        }
        for (TimerChange change : decision.timers()) {
            var timer = new DueTimer(CASE, change.name(), change.due());
            switch (change) {
                case TimerChange.Arm _ -> timers.add(timer);
                case TimerChange.Cancel _ -> timers.remove(timer);
            }
        }
        for (Decision.Emission emission : decision.emissions()) {
            if (emission.envelope().event() instanceof CaseEvent event) {
                decided.add(event);
                appended.add(new Entry(at, emission.envelope().id(), event));
            }
        }
    }

    private record Now(Instant logTime) implements Moment {
        @Override
        public Optional<String> findVersion(ReferenceKind kind) {
            return Optional.of("v1");
        }

        @Override
        public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
            return kind == ReferenceKind.POLICIES ? Optional.of(parser.apply(POLICIES)) : Optional.empty();
        }

        @Override
        public String source() {
            return "/escalation";
        }
    }
}
