package io.gridwhistle.escalation.clock;

import io.gridwhistle.escalation.clock.RandomCase.Verdict;
import io.gridwhistle.escalation.clock.SimulatedReader.Entry;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.streams.Modes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A case's log, looked at afterwards: where the case stood after each record, and what each of its clocks went through. */
final class CaseHistory {
    /**
     * A deadline that was given up.
     *
     * @param by what had set it
     * @param since when that was, by log time
     * @param next what took its place
     */
    record Superseded(ClockArmed by, Instant since, Instant at, CaseEvent next) {
        Instant deadline() {
            return by.deadline();
        }

        /** What went on while escalation was away, or busy with others, may have run out before it was told. */
        boolean wasLateAtOnce() {
            return !deadline().isAfter(since);
        }
    }

    /** A clock from where it started to its end; started again, after a reopening say, it is another. */
    static final class Run {
        private final ClockKind kind;
        private final @Nullable OrderId orderId;
        private final int started;
        private final List<CaseEvent> events = new ArrayList<>();
        private final List<Superseded> superseded = new ArrayList<>();
        private @Nullable Instant deadline;
        private @Nullable Verdict since;
        private int breaches;

        private Run(ClockKind kind, @Nullable OrderId orderId, int started) {
            this.kind = kind;
            this.orderId = orderId;
            this.started = started;
        }

        String name() {
            return Clock.name(kind, orderId);
        }

        ClockKind kind() {
            return kind;
        }

        List<CaseEvent> events() {
            return events;
        }

        List<Superseded> superseded() {
            return superseded;
        }

        /** The last one; absent while it stands still. */
        @Nullable
        Instant deadline() {
            return deadline;
        }

        int breaches() {
            return breaches;
        }

        /** What follows from one record follows at once: no clock ever had a deadline in between. */
        private void next(CaseEvent event, @Nullable Instant next, Verdict verdict) {
            events.add(event);
            if (since != null
                    && since.decided().event() instanceof ClockArmed by
                    && since.record() != verdict.record()) {
                superseded.add(new Superseded(
                        by, since.decided().at(), verdict.decided().at(), event));
            }
            deadline = next;
            since = verdict;
        }
    }

    private final List<Entry> log;
    private final Modes modes;
    private final List<@Nullable CaseState> states = new ArrayList<>();
    private final List<Boolean> held = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final Set<Instant> resumptions = new HashSet<>();
    private Instant suspendedUntil = Instant.EPOCH;

    CaseHistory(RandomCase lived) {
        log = lived.log();
        Modes said = Modes.NONE;
        for (Entry entry : log) {
            said = entry.mode() == null ? said : said.with(entry.mode(), entry.at());
        }
        modes = said;
        CaseState state = null;
        for (Entry entry : log) {
            boolean holds = false;
            if (entry.event() != null
                    && CaseLifecycle.apply(state, entry.id(), entry.event()) instanceof Outcome.Valid(var next)) {
                state = next;
                holds = true;
                if (entry.event() instanceof CaseResumed it && it.actor().kind() != ActorKind.SYSTEM) {
                    resumptions.add(entry.at());
                }
            }
            states.add(state);
            held.add(holds);
        }
        Map<String, Run> running = new HashMap<>();
        for (Verdict verdict : lived.verdicts()) {
            follow(verdict, running);
        }
    }

    private void follow(Verdict verdict, Map<String, Run> running) {
        switch (verdict.decided().event()) {
            case ClockArmed it -> {
                String name = Clock.name(it.clock(), it.orderId());
                if (it.because() == ArmingCause.STARTED) {
                    start(new Run(it.clock(), it.orderId(), verdict.record()), running);
                }
                Objects.requireNonNull(running.get(name)).next(it, it.deadline(), verdict);
            }
            case ClockPaused it -> {
                if (!running.containsKey(Clock.name(it.clock(), it.orderId()))) {
                    start(new Run(it.clock(), it.orderId(), verdict.record()), running);
                }
                Objects.requireNonNull(running.get(Clock.name(it.clock(), it.orderId())))
                        .next(it, null, verdict);
            }
            case SlaBreached it -> {
                Run run = Objects.requireNonNull(running.get(Clock.name(it.clock(), it.orderId())));
                if (it.deadline().equals(run.deadline)) {
                    run.breaches++;
                } else {
                    throw new AssertionError("%s breached at another deadline than its own".formatted(run.name()));
                }
            }
            case CaseSuspended it -> {
                resumptions.add(it.until());
                suspendedUntil = it.until();
            }
            default -> {
                // Nothing that a clock goes through.
            }
        }
    }

    private void start(Run run, Map<String, Run> running) {
        running.put(run.name(), run);
        runs.add(run);
    }

    List<Run> runs() {
        return runs;
    }

    /** Log time of the last record. */
    Instant end() {
        return log.getLast().at();
    }

    /** Whether what the clock measures had come before the deadline, in the order of the log. */
    boolean isAnswered(Run run, Instant deadline) {
        for (int i = run.started + 1; i < log.size() && log.get(i).at().isBefore(deadline); i++) {
            CaseEvent event = log.get(i).event();
            if (event != null
                    && held.get(i)
                    && Answers.isOne(run.kind, run.orderId, event, Objects.requireNonNull(states.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clock stands still although nothing keeps it from going on. */
    boolean isForgotten(Run run) {
        return run.deadline == null && !isAnswered(run, Instant.MAX) && !suspendedUntil.isAfter(end());
    }

    /** Whether the mode that a clock went by was over, for a while at least, before its deadline. */
    boolean hadModeEnded(Superseded superseded) {
        Instant at = superseded.since();
        while (at != null && !at.isAfter(superseded.deadline())) {
            if (modes.find(List.of("erqi"), at).mode() != superseded.by().mode()) {
                return superseded.next() instanceof ClockArmed it
                        && (it.because() == ArmingCause.MODE_ENDED || it.because() == ArmingCause.MODE);
            }
            at = modes.findTurnAfter(at).orElse(null);
        }
        return false;
    }

    /** How the case stands with a record. */
    @Nullable
    CaseState stateAt(int record) {
        return states.get(record);
    }

    /** How many of these events hold. */
    int count(Predicate<CaseEvent> kind) {
        int count = 0;
        for (int i = 0; i < log.size(); i++) {
            count += held.get(i) && kind.test(Objects.requireNonNull(log.get(i).event())) ? 1 : 0;
        }
        return count;
    }

    boolean wasResumedAt(Instant at) {
        return resumptions.contains(at);
    }

    /** The turn of the case before a record. */
    EventId turnBefore(int record) {
        return Objects.requireNonNull(states.get(record - 1)).turn();
    }

    boolean mayStillBeTimed() {
        CaseState last = Objects.requireNonNull(states.getLast());
        return last.phase().isOpen() || (last.phase() == Phase.CLOSED && !last.followedUp());
    }

    String print() {
        var text = new StringBuilder();
        for (int i = 0; i < log.size(); i++) {
            Entry entry = log.get(i);
            CaseState state = states.get(i);
            boolean changed = i == 0 || !Objects.equals(state, states.get(i - 1));
            text.append("%4d %s %s%s%n"
                    .formatted(
                            i,
                            entry.at(),
                            entry.event() != null ? entry.event() : entry.mode() != null ? entry.mode() : "tick",
                            changed && state != null ? " -> " + state.phase().code() : ""));
        }
        return text.toString();
    }
}
