package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Decision.TimerChange;
import io.gridwhistle.log.streams.DueTimer;
import io.gridwhistle.log.streams.Modes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The escalation service on one partition with one case, as the shell runs it. */
final class SimulatedReader {
    /** A record: of the case; or a tick, or another mode, where there is no event of it. */
    record Entry(
            Instant at,
            EventId id,
            @Nullable CaseEvent event,
            @Nullable ModeChanged mode) {
        static Entry of(Instant at, EventId id, CaseEvent event) {
            return new Entry(at, id, event, null);
        }

        static Entry tick(Instant at) {
            return new Entry(at, new EventId("tick"), null, null);
        }
    }

    /** What was decided, and when by log time. */
    record Decided(Instant at, EventId id, CaseEvent event) {}

    private static final Comparator<DueTimer> OLDEST_FIRST =
            Comparator.comparing(DueTimer::due).thenComparing(DueTimer::name);

    private final EscalationDecider decider = new EscalationDecider();
    private final TreeSet<DueTimer> timers = new TreeSet<>(OLDEST_FIRST);
    private final boolean stores;
    private @Nullable TimedCase state;
    private Modes modes = Modes.NONE;
    private @Nullable Instant modeTurn;
    private boolean sweeps;
    /** How busy other cases keep the partition; absent where this one is alone on it. */
    private final @Nullable Random others;

    /** @param stores whether the case is written and read again between any two decisions */
    SimulatedReader(boolean stores) {
        this.stores = stores;
        this.others = null;
    }

    /** Beside other cases, whose timers are older, so that few of this one's have their turn with a record that is not its own. */
    SimulatedReader(boolean stores, long seed) {
        this.stores = stores;
        this.others = new Random(seed);
    }

    /** What follows from the next record. */
    List<Decided> read(Entry entry) {
        var decided = new ArrayList<Decided>();
        sweeps |= modeTurn != null && !entry.at().isBefore(modeTurn);
        int turns = others == null ? Integer.MAX_VALUE : others.nextInt(4);
        fire(entry, turns, decided);
        if (entry.event() != null || turns > 1) {
            sweep(entry, decided);
        }
        if (entry.event() != null) {
            fire(entry, Integer.MAX_VALUE, decided);
            var envelope =
                    new EventEnvelope<>(entry.id(), LogSimulator.CASE, "/simulated", entry.at(), null, entry.event());
            carryOut(decider.decide(state, envelope, at(entry)), decided);
        }
        if (entry.mode() != null) {
            modes = modes.with(entry.mode(), entry.at());
            sweeps = true;
        }
        modeTurn = modes.findTurnAfter(entry.at()).orElse(null);
        return decided;
    }

    private void sweep(Entry entry, List<Decided> decided) {
        if (sweeps && state != null) {
            fire(entry, Integer.MAX_VALUE, decided);
            if (decider.mayMove(state)) {
                carryOut(decider.reconsider(LogSimulator.CASE, state, at(entry)), decided);
            }
        }
        sweeps = false;
    }

    private void fire(Entry entry, int most, List<Decided> decided) {
        for (int i = 0; i < most && state != null && isDue(entry.at()); i++) {
            DueTimer due = timers.removeFirst();
            carryOut(decider.fire(state, due, at(entry)), decided);
        }
    }

    private boolean isDue(Instant at) {
        return !timers.isEmpty() && !timers.first().due().isAfter(at);
    }

    private SimulatedMoment at(Entry entry) {
        return new SimulatedMoment(entry.at(), modes);
    }

    /** When something is to happen next: a timer, or another mode. */
    @Nullable
    Instant nextDue() {
        Instant due = timers.isEmpty() ? null : timers.first().due();
        return due == null || (modeTurn != null && modeTurn.isBefore(due)) ? modeTurn : due;
    }

    /** Whether something that should have happened by then waits for its turn. */
    boolean isBehind(Instant at) {
        Instant due = nextDue();
        return sweeps || (due != null && !due.isAfter(at));
    }

    Collection<Clock> clocks() {
        return state == null ? List.of() : state.clocks().values();
    }

    List<DueTimer> armed() {
        return List.copyOf(timers);
    }

    private void carryOut(Decision<TimedCase> decision, List<Decided> decided) {
        state = decision.state();
        if (stores && state != null) {
            state = Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(state), TimedCase.class);
        }
        for (TimerChange change : decision.timers()) {
            var timer = new DueTimer(LogSimulator.CASE, change.name(), change.due());
            switch (change) {
                case TimerChange.Arm _ -> timers.add(timer);
                case TimerChange.Cancel _ -> timers.remove(timer);
            }
        }
        requireThatTimersAreKnown();
        for (Decision.Emission emission : decision.emissions()) {
            if (emission.envelope().event() instanceof CaseEvent event) {
                decided.add(new Decided(
                        emission.envelope().time(), emission.envelope().id(), event));
            }
        }
    }

    /** What the shell looks up before a case's next record is what is armed. */
    private void requireThatTimersAreKnown() {
        var known = new TreeSet<>(OLDEST_FIRST);
        if (state != null) {
            decider.timersOf(state)
                    .forEach(timer -> known.add(new DueTimer(LogSimulator.CASE, timer.name(), timer.due())));
        }
        if (!known.equals(timers)) {
            throw new IllegalStateException("armed %s, but the case says %s".formatted(timers, known));
        }
    }
}
