package io.gridwhistle.escalation.clock;

import io.gridwhistle.escalation.clock.SimulatedReader.Decided;
import io.gridwhistle.escalation.clock.SimulatedReader.Entry;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case whose units and desks do at random what they may, and much that they may not, at random times: often in the very
 * millisecond of a deadline or beside it. Escalation, and the services that answer it, are away for hours now and then and
 * then read what was appended meanwhile.
 */
final class RandomCase {
    private static final int STEPS = 30;
    private static final int QUIET_MS = 40 * 60_000;
    private static final int LONG_MS = 5 * 60 * 60_000;
    private static final List<String> UNITS = List.of("chief", "secretary", "cleaning", "centre");

    private final long seed;
    private final Random random;
    private final List<Entry> log = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Set<String>> timed = new ArrayList<>();
    private final SimulatedReader escalation;
    private final boolean isNoise;
    private Instant now = Events.time("08:00");
    private int readByEscalation;
    private int readByOthers;
    private boolean escalationIsUp = true;
    private boolean othersAreUp = true;
    private @Nullable CaseState state;
    private int orders;
    private int events;

    RandomCase(long seed) {
        this.seed = seed;
        random = new Random(seed);
        escalation = new SimulatedReader(seed % 100 == 0, seed);
        isNoise = random.nextInt(4) == 0;
    }

    /** Of a class whose cases go up when nobody handles them, and not when nobody acknowledges them. */
    boolean isNoise() {
        return isNoise;
    }

    /** Read once more, as this one is. */
    SimulatedReader another() {
        return new SimulatedReader(false, seed);
    }

    /** The whole log, with what escalation has appended to it. */
    List<Entry> log() {
        return log;
    }

    /** What escalation has decided, and about which record. */
    record Verdict(int record, Decided decided) {}

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** The clocks that escalation kept once it had read a record. */
    Set<String> timedAfter(int record) {
        return timed.get(record);
    }

    SimulatedReader escalation() {
        return escalation;
    }

    RandomCase live() {
        append(isNoise ? "reported noise" : "reported");
        append("accepted");
        for (int step = 0; step < STEPS; step++) {
            settle();
            now = later();
            escalationIsUp = random.nextInt(8) > 0;
            othersAreUp = random.nextInt(8) > 0;
            settle();
            act();
        }
        escalationIsUp = true;
        othersAreUp = true;
        do {
            settle();
        } while (escalation.isBehind(now) || readByEscalation < log.size());
        return this;
    }

    private Instant later() {
        Instant due = escalation.nextDue();
        if (due != null && random.nextInt(3) == 0) {
            Instant beside = due.plusMillis(random.nextInt(3) - 1L);
            return beside.isAfter(now) ? beside : now;
        }
        return now.plusMillis(random.nextInt(random.nextInt(10) == 0 ? LONG_MS : QUIET_MS));
    }

    /** Whoever is up reads to the end, and what is due by then is ticked. */
    private void settle() {
        boolean read = true;
        while (read) {
            read = false;
            while (othersAreUp && readByOthers < log.size()) {
                others(log.get(readByOthers++));
                read = true;
            }
            while (escalationIsUp && readByEscalation < log.size()) {
                read();
                read = true;
            }
            if (!read && escalationIsUp && escalation.isBehind(now)) {
                log.add(Entry.tick(now));
                // With other cases to time, some of what is due may wait for the next record.
                read = random.nextInt(8) > 0;
                if (!read) {
                    read();
                }
            }
        }
    }

    private void read() {
        int record = readByEscalation++;
        for (Decided it : escalation.read(log.get(record))) {
            verdicts.add(new Verdict(record, it));
            log.add(Entry.of(now, it.id(), it.event()));
        }
        timed.add(escalation.clocks().stream().map(Clock::name).collect(Collectors.toSet()));
    }

    private void act() {
        String order = "#" + (1 + random.nextInt(Math.max(1, orders)));
        String latest = "#" + orders;
        switch (random.nextInt(29)) {
            case 0, 1, 2 -> append("acknowledged " + latest);
            case 3 -> append("acknowledged " + order);
            case 4 -> append("returned " + latest);
            case 5 -> append("returned " + order);
            case 6, 7 -> append("fed-back " + (random.nextBoolean() ? latest : order));
            case 8 -> append(random.nextInt(3) > 0 ? "supplemented" : "corrected " + (isNoise ? "noise" : "litter"));
            case 9, 10, 11 -> append(at("suspended", LONG_MS));
            case 12 -> append("resumed");
            case 13, 14 -> append(at("extended", LONG_MS));
            case 15 -> append(at("supervised", QUIET_MS));
            case 16 -> append("decided " + UNITS.get(random.nextInt(UNITS.size())));
            case 17, 18 ->
                append((random.nextInt(3) > 0 ? "passed " : "failed ") + (state == null ? 1 : state.round()));
            case 19 -> append(random.nextBoolean() ? "followed-up" : "scored");
            case 20 -> append("reopened");
            case 21 -> {
                if (random.nextInt(10) == 0) {
                    append("withdrawn");
                }
            }
            case 22 ->
                append(
                        random.nextInt(3) > 0
                                ? "linked"
                                : "answered "
                                        + (state == null ? 1 : state.ties().links()));
            case 23, 24 -> append(isFollowing() ? "unlinked" : "acknowledged " + latest);
            case 25, 26, 27 -> log.add(new Entry(now, new EventId("mode"), null, mode()));
            default -> {
                // Nobody does anything.
            }
        }
    }

    private boolean isFollowing() {
        return state != null && state.phase() == Phase.FOLLOWING;
    }

    /** Often one that is stricter at once and over soon. */
    private ModeChanged mode() {
        OperatingMode[] modes = OperatingMode.values();
        OperatingMode mode = random.nextBoolean() ? OperatingMode.EMERGENCY : modes[random.nextInt(modes.length)];
        Instant from = random.nextInt(3) > 0 ? null : now.plusMillis(random.nextInt(QUIET_MS));
        int within = random.nextBoolean() ? QUIET_MS / 2 : LONG_MS;
        Instant until =
                random.nextInt(4) == 0 ? null : (from == null ? now : from).plusMillis(1 + random.nextInt(within));
        return new ModeChanged(new CellCode("erqi"), mode, from, until, "", Events.SOMEBODY);
    }

    /** Now and then further than any policy allows, or back. */
    private String at(String words, int within) {
        Duration ahead = Duration.ofMillis(random.nextInt(within) - 60_000L);
        Instant at = now.plus(random.nextInt(12) == 0 ? Duration.ofDays(31) : ahead);
        Duration since = Duration.between(Events.time("00:00"), at);
        return "%s %dT%02d:%02d:%02d.%03d"
                .formatted(
                        words,
                        since.toDays(),
                        since.toHoursPart(),
                        since.toMinutesPart(),
                        since.toSecondsPart(),
                        since.toMillisPart());
    }

    private void append(String words) {
        append(Events.of(words, now));
    }

    private void append(CaseEvent event) {
        log.add(Entry.of(now, EventId.of(LogSimulator.CASE, "simulated", ++events), event));
    }

    /** Intake, dispatch and evaluation, as far as they answer what happens to the case. */
    private void others(Entry entry) {
        CaseEvent event = entry.event();
        if (event == null || !(CaseLifecycle.apply(state, entry.id(), event) instanceof Outcome.Valid(var next))) {
            return;
        }
        state = next;
        switch (event) {
            case CaseAccepted _ -> dispatch(entry, random.nextInt(10) == 0 ? "" : "chief", "accepted");
            case CaseReopened _ -> dispatch(entry, "chief", "reopened");
            case CaseUnlinked _ -> {
                if (random.nextInt(3) > 0) {
                    dispatch(entry, "chief", "unlinked");
                }
            }
            case CaseSupplemented _ when next.turn().equals(entry.id()) -> dispatch(entry, "secretary", "corrected");
            case OrderReturned it
            when it.orderId().equals(next.lead()) -> {
                if (random.nextInt(3) > 0) {
                    dispatch(entry, UNITS.get(random.nextInt(UNITS.size())), "returned");
                } else {
                    append(Events.inTurn(Events.of("consulted", now), next));
                }
            }
            case ConsultationOpened _ -> dispatch(entry, "centre", "consultation");
            case RedispatchDecided it -> dispatch(entry, it.lead().value(), "decided");
            case CaseEscalated it
            when it.to().addressee() != null ->
                dispatch(entry, it.to().addressee().unit().value(), "escalated");
            case OrderFedBack it
            when next.phase() == Phase.HANDLED && it.orderId().equals(next.lead()) ->
                append(new VerificationRequested(next.round() + 1, it.orderId()));
            case VerificationRequested _ -> dispatch(entry, "secretary", "verification");
            case CaseVerified it -> {
                if (it.passed()) {
                    append("closed " + it.round());
                } else {
                    dispatch(entry, "chief", "rework");
                }
            }
            default -> {
                // Nobody is asked anything.
            }
        }
    }

    private void dispatch(Entry because, String unit, String cause) {
        if (!unit.isEmpty()) {
            orders++;
        }
        var words = "dispatched #%d %s %s".formatted(orders, unit.isEmpty() ? "" : unit, cause);
        CaseEvent event = Events.of(unit.isEmpty() ? "dispatched #0" : words, because.at());
        append(Events.inTurn(event, state));
    }
}
