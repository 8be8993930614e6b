package io.gridwhistle.escalation.clock;

import io.gridwhistle.escalation.clock.SimulatedReader.Decided;
import io.gridwhistle.escalation.clock.SimulatedReader.Entry;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.log.streams.DueTimer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One case on one partition of the log, where what was decided is appended, and read back, at once. */
final class LogSimulator {
    static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "simulated");

    private final SimulatedReader reader = new SimulatedReader(true);
    private final List<Entry> log = new ArrayList<>();
    private @Nullable CaseState state;
    private Instant now = Events.time("08:00");
    private int events;

    /** Everything on the log, what was decided included. */
    List<Entry> log() {
        return log;
    }

    List<DueTimer> armed() {
        return reader.armed();
    }

    /** Clocks that run, stand still, or ran out and still wait. */
    Collection<Clock> clocks() {
        return reader.clocks();
    }

    /** Log time. */
    Instant now() {
        return now;
    }

    /** Appends an event; the answer is what was decided about it, and about the timers that it made pass. */
    List<CaseEvent> append(Instant at, CaseEvent event) {
        return read(Entry.of(at, EventId.of(CASE, "simulated", ++events), Events.inTurn(event, state)));
    }

    /** A tick, or a record of another case: time passes, nothing else. */
    List<CaseEvent> pass(Instant at) {
        return read(Entry.tick(at));
    }

    /** Somebody says that another mode holds in the district; with the next record it does. */
    List<CaseEvent> say(Instant at, ModeChanged mode) {
        List<CaseEvent> decided = read(new Entry(at, new EventId("mode"), null, mode));
        decided.addAll(pass(at));
        return decided;
    }

    private List<CaseEvent> read(Entry first) {
        now = first.at();
        var decided = new ArrayList<CaseEvent>();
        Queue<Entry> unread = new ArrayDeque<>(List.of(first));
        for (Entry next = unread.poll(); next != null; next = unread.poll()) {
            if (next.event() != null) {
                log.add(next);
                if (CaseLifecycle.apply(state, next.id(), next.event()) instanceof Outcome.Valid(var valid)) {
                    state = valid;
                }
            }
            for (Decided it : reader.read(next)) {
                decided.add(it.event());
                unread.add(Entry.of(first.at(), it.id(), it.event()));
            }
        }
        return decided;
    }
}
