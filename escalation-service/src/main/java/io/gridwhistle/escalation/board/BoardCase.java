package io.gridwhistle.escalation.board;

import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.escalation.clock.Clock;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EscalationEvent.CaseExtended;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case, by name.
 *
 * @param severity as it was reported, where it was
 * @param places that policies may be written for, as dispatch found them
 */
record BoardCase(
        CaseState state,
        @Nullable Severity severity,
        @Nullable DistrictCode district,
        List<String> places,
        Map<String, BoardClock> clocks,
        Suspensions suspensions,
        @Nullable Supervised supervised) {

    /** @param last over, where the state says so */
    record Suspensions(int times, @Nullable CaseSuspended last) {}

    /** Somebody is to look at the case: since when, told how often, for what reason last. */
    record Supervised(
            Instant since,
            int times,
            Instant last,
            String reason,
            @Nullable Instant followUpAt) {}

    static @Nullable BoardCase apply(
            @Nullable BoardCase before, EventEnvelope<? extends CaseEvent> event, Instant logTime) {
        Outcome outcome = CaseLifecycle.apply(before == null ? null : before.state(), event.id(), event.event());
        if (!(outcome instanceof Outcome.Valid(var state))) {
            return before;
        }
        if (before == null) {
            return event.event() instanceof CaseReported report
                    ? new BoardCase(
                            state,
                            report.severity(),
                            report.district(),
                            List.of(),
                            Map.of(),
                            new Suspensions(0, null),
                            null)
                    : null;
        }
        BoardCase next = before.in(state);
        next = switch (event.event()) {
            case ClockArmed it ->
                next.put(it.clock(), it.orderId(), it.start(), clock -> clock.armed(it, state.turn()));
            case ClockPaused it -> next.put(it.clock(), it.orderId(), logTime, clock -> clock.paused(it));
            case SlaWarned it -> next.change(Clock.name(it.clock(), it.orderId()), clock -> clock.warned(it, logTime));
            case SlaBreached it -> next.change(Clock.name(it.clock(), it.orderId()), clock -> clock.breached(logTime));
            case CaseDispatched it -> next.routed(it.decision());
            case CaseSuspended it -> next.suspended(it);
            case CaseExtended it ->
                next.change(
                        Clock.name(it.clock(), it.orderId()),
                        clock -> clock.granted(clock.granted().extension(it.approval())));
            case CaseSupervised it -> next.supervised(it, logTime);
            default -> next;
        };
        return next.stopWhatIsNotNeeded(logTime);
    }

    private BoardCase in(CaseState next) {
        return new BoardCase(next, severity, district, places, clocks, suspensions, supervised);
    }

    private BoardCase routed(RoutingDecision decision) {
        List<String> next = Situation.ofCase(state.classCode(), Severity.ORDINARY, OperatingMode.ORDINARY, district)
                .at(decision)
                .places();
        return new BoardCase(state, severity, decision.district(), next, clocks, suspensions, supervised);
    }

    private BoardCase suspended(CaseSuspended next) {
        var all = new Suspensions(suspensions.times() + 1, next);
        BoardCase of = state.lead() == null
                ? this
                : change(
                        Clock.name(ClockKind.HANDLE, state.lead()),
                        clock -> clock.granted(clock.granted().suspension()));
        return new BoardCase(state, severity, district, places, of.clocks(), all, supervised);
    }

    private BoardCase supervised(CaseSupervised it, Instant at) {
        Supervised before = supervised;
        // A day that a desk has named stays until a desk names another: a rule names none.
        var next = before == null
                ? new Supervised(at, 1, at, it.reason(), it.followUpAt())
                : new Supervised(
                        before.since(),
                        before.times() + 1,
                        at,
                        it.reason(),
                        it.followUpAt() == null ? before.followUpAt() : it.followUpAt());
        return new BoardCase(state, severity, district, places, clocks, suspensions, next);
    }

    /** Whether it is on the list of those that are supervised; a closed one is as long as its follow-up is overdue. */
    boolean isListed() {
        return supervised != null
                && (state.phase().isOpen()
                        || clocks.values().stream().anyMatch(clock -> clock.state() == ClockState.BREACHED));
    }

    /** The suspension that holds now. */
    @Nullable
    CaseSuspended suspension() {
        return state.suspended() ? suspensions.last() : null;
    }

    /** The handle clock of whoever leads. */
    @Nullable
    BoardClock handle() {
        return state.lead() == null ? null : clocks.get(Clock.name(ClockKind.HANDLE, state.lead()));
    }

    private BoardCase put(ClockKind kind, @Nullable OrderId orderId, Instant start, UnaryOperator<BoardClock> change) {
        String name = Clock.name(kind, orderId);
        BoardClock known = clocks.get(name);
        var order = orderId == null ? null : state.orders().get(orderId);
        return with(
                name,
                change.apply(
                        known != null
                                ? known
                                : BoardClock.of(
                                        kind,
                                        orderId,
                                        state.turn(),
                                        order == null ? null : order.to().unit().value(),
                                        order == null ? null : order.to().desk().value(),
                                        start)));
    }

    private BoardCase change(String name, UnaryOperator<BoardClock> change) {
        BoardClock clock = clocks.get(name);
        return clock == null ? this : with(name, change.apply(clock));
    }

    private BoardCase with(String name, BoardClock clock) {
        var next = new LinkedHashMap<>(clocks);
        next.put(name, clock);
        return new BoardCase(state, severity, district, places, next, suspensions, supervised);
    }

    /** Also one that was armed only after the answer had come: arming is read later than what it was decided on. */
    private BoardCase stopWhatIsNotNeeded(Instant logTime) {
        BoardCase next = this;
        for (var entry : clocks.entrySet()) {
            BoardClock clock = entry.getValue();
            if (clock.stoppedAt() == null && !Clock.isNeeded(clock.kind(), clock.orderId(), clock.turn(), state)) {
                next = next.with(entry.getKey(), clock.stopped(logTime));
            }
        }
        return next;
    }
}
