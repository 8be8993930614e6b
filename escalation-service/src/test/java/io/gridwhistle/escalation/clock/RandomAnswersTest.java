package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cases whose units answer at random, late, twice, or not at all. */
class RandomAnswersTest {
    private static final int SEEDS = 2_000;
    private static final int STEPS = 25;
    private static final int QUIET_MS = 40 * 60_000;
    private static final int OUTAGE_MS = 5 * 60 * 60_000;
    private static final Instant START = Instant.parse("2025-11-20T00:00:00Z");

    @Test
    void whoAnswersInLogOrderBeforeTheDeadlineIsNeverBreachedAndWhoDoesNotIsOnce() {
        int breaches = 0;
        int answers = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<LogSimulator.Entry> log = valid(live(new Random(seed)));
            for (ClockArmed clock : all(log, ClockArmed.class)) {
                if (clock.orderId() == null) {
                    continue;
                }
                long breached = all(log, SlaBreached.class).stream()
                        .filter(it ->
                                it.clock() == clock.clock() && clock.orderId().equals(it.orderId()))
                        .count();
                boolean due = !log.getLast().at().isBefore(clock.deadline());
                boolean needed = log.stream()
                        .takeWhile(entry -> entry.at().isBefore(clock.deadline()))
                        .noneMatch(entry -> settles(entry.event(), clock.clock(), clock.orderId()));
                assertThat(breached)
                        .as("seed %d, %s", seed, Events.clock(clock.clock(), clock.orderId()))
                        .isEqualTo(due && needed ? 1 : 0);
                breaches += (int) breached;
                answers += needed ? 0 : 1;
            }
        }
        assertThat(breaches).as("breaches played").isGreaterThan(SEEDS);
        assertThat(answers).as("answers in time played").isGreaterThan(SEEDS);
    }

    @Test
    void anOrderThatWasNotAnsweredSendsTheCaseUpOnceOrIsOnTop() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<LogSimulator.Entry> log = live(new Random(seed));
            List<OrderId> breached = all(log, SlaBreached.class).stream()
                    .filter(it -> it.clock() == ClockKind.ACKNOWLEDGE || it.clock() == ClockKind.HANDLE)
                    .map(SlaBreached::orderId)
                    .distinct()
                    .toList();
            for (OrderId order : breached) {
                long escalations = all(log, CaseEscalated.class).stream()
                        .filter(it -> order.equals(it.orderId()))
                        .count();
                long onTop = log.stream()
                        .filter(it -> it.event() instanceof CaseSupervised
                                && it.id().value().contains(order.value()))
                        .count();
                assertThat(escalations).as("seed %d, %s", seed, order).isEqualTo(onTop == 0 ? 1 : 0);
            }
        }
    }

    private static List<LogSimulator.Entry> live(Random random) {
        var simulator = new LogSimulator();
        var orders = new ArrayList<String>();
        Instant at = START;
        for (String words : List.of("reported", "accepted")) {
            simulator.append(at, Events.of(words, at));
        }
        dispatch(simulator, at, orders, random.nextInt(4) == 0 ? "cleaning" : "chief", "accepted");
        for (int step = 0; step < STEPS; step++) {
            // Often the very millisecond of a deadline, or one beside it.
            at = !simulator.armed().isEmpty() && random.nextInt(3) == 0
                    ? later(at, simulator.armed().getFirst().due().plusMillis(random.nextInt(3) - 1L))
                    : at.plusMillis(random.nextInt(random.nextInt(10) == 0 ? OUTAGE_MS : QUIET_MS));
            String order = orders.get(random.nextInt(orders.size()));
            List<CaseEvent> decided = switch (random.nextInt(8)) {
                case 0, 1 -> simulator.append(at, Events.of("acknowledged " + order, at));
                case 2 -> simulator.append(at, Events.of("returned " + order, at));
                case 3 ->
                    random.nextInt(4) > 0
                            ? simulator.pass(at)
                            : simulator.append(at, Events.of("fed-back " + order, at));
                case 4 -> simulator.append(at, Events.of("supplemented", at));
                default -> simulator.pass(at);
            };
            for (CaseEvent event : decided) {
                if (event instanceof CaseEscalated it && it.to().addressee() != null) {
                    dispatch(simulator, at, orders, it.to().addressee().unit().value(), "escalated");
                }
            }
        }
        return simulator.log();
    }

    private static void dispatch(LogSimulator simulator, Instant at, List<String> orders, String unit, String cause) {
        String number = "#" + (orders.size() + 1);
        orders.add(number);
        simulator.append(at, Events.of("dispatched %s %s %s".formatted(number, unit, cause), at));
    }

    /** Whether this ends what the order's clock waits for; said once more here, without the decider's own words. */
    private static boolean settles(CaseEvent event, ClockKind clock, OrderId order) {
        return switch (event) {
            case OrderAcknowledged it ->
                clock == ClockKind.ACKNOWLEDGE && it.orderId().equals(order);
            case OrderReturned it -> it.orderId().equals(order);
            // Whoever solves it solves it for all.
            case OrderFedBack _ -> true;
            case CaseDispatched it ->
                it.orders().stream()
                        .anyMatch(
                                other -> other.role() == Role.LEAD && other.id().compareTo(order) > 0);
            default -> false;
        };
    }

    /** What is void settles nothing. */
    private static List<LogSimulator.Entry> valid(List<LogSimulator.Entry> log) {
        var valid = new ArrayList<LogSimulator.Entry>();
        CaseState state = null;
        for (LogSimulator.Entry entry : log) {
            if (CaseLifecycle.apply(state, entry.id(), entry.event()) instanceof Outcome.Valid(var next)) {
                state = next;
                valid.add(entry);
            }
        }
        return valid;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static <T> List<T> all(List<LogSimulator.Entry> log, Class<T> type) {
        return log.stream()
                .map(LogSimulator.Entry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
