package io.gridwhistle.escalation.board;

import io.gridwhistle.escalation.clock.Clock;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The clocks of a case, by name. */
record BoardCase(CaseState state, @Nullable DistrictCode district, Map<String, BoardClock> clocks) {

    static @Nullable BoardCase apply(
            @Nullable BoardCase before, EventEnvelope<? extends CaseEvent> event, Instant logTime) {
        Outcome outcome = CaseLifecycle.apply(before == null ? null : before.state(), event.id(), event.event());
        if (!(outcome instanceof Outcome.Valid(var state))) {
            return before;
        }
        if (before == null) {
            return event.event() instanceof CaseReported report
                    ? new BoardCase(state, report.district(), Map.of())
                    : null;
        }
        BoardCase next = new BoardCase(state, before.district(), before.clocks());
        next = switch (event.event()) {
            case ClockArmed armed -> next.arm(armed);
            case SlaWarned warned ->
                next.change(Clock.name(warned.clock(), warned.orderId()), clock -> clock.warned(logTime));
            case SlaBreached breached ->
                next.change(Clock.name(breached.clock(), breached.orderId()), clock -> clock.breached(logTime));
            case CaseDispatched dispatched ->
                new BoardCase(state, dispatched.decision().district(), next.clocks());
            default -> next;
        };
        return next.stopWhatIsNotNeeded(logTime);
    }

    private BoardCase arm(ClockArmed armed) {
        var order = armed.orderId() == null ? null : state.orders().get(armed.orderId());
        return put(
                Clock.name(armed.clock(), armed.orderId()),
                new BoardClock(
                        armed,
                        order == null ? null : order.to().unit().value(),
                        order == null ? null : order.to().desk().value(),
                        null,
                        null,
                        null));
    }

    private BoardCase change(String name, UnaryOperator<BoardClock> change) {
        BoardClock clock = clocks.get(name);
        return clock == null ? this : put(name, change.apply(clock));
    }

    private BoardCase put(String name, BoardClock clock) {
        var next = new LinkedHashMap<>(clocks);
        next.put(name, clock);
        return new BoardCase(state, district, next);
    }

    /** Also one that was armed only after the answer had come: arming is read later than what it was decided on. */
    private BoardCase stopWhatIsNotNeeded(Instant logTime) {
        BoardCase next = this;
        for (var entry : clocks.entrySet()) {
            BoardClock clock = entry.getValue();
            if (clock.stoppedAt() == null
                    && !Clock.isNeeded(clock.armed().clock(), clock.armed().orderId(), state)) {
                next = next.put(entry.getKey(), clock.stopped(logTime));
            }
        }
        return next;
    }
}
