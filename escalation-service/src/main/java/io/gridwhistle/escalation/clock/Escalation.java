package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.lifecycle.OrderLine;
import java.util.Optional;

/** A case goes up: because a clock of an order ran out, or because there was nobody to ask; on top, it is supervised. */
final class Escalation {
    private Escalation() {}

    /** Log time has reached the deadline and nothing had stopped the clock. */
    static TimedCase breach(TimedCase now, Clock clock, Draft draft) {
        draft.emit(
                new SlaBreached(clock.kind(), clock.orderId(), clock.deadline()),
                clock.name(),
                clock.deadline().toEpochMilli());
        return switch (InForce.terms(now, clock, draft.moment()).breachOf(clock.kind())) {
            case ESCALATE -> climb(now, clock, draft);
            case SUPERVISE -> Supervision.of(now, clock, reason(clock), draft);
            case ALARM -> now;
        };
    }

    private static String reason(Clock clock) {
        return clock.kind() == ClockKind.OVERALL
                ? "the overall clock has run out"
                : "nobody has answered in time: " + clock.kind().code();
    }

    /** A case that nobody was asked about waits for no clock: it goes to the first who is there at once. */
    static TimedCase ofUnassigned(TimedCase now, CaseDispatched dispatched, Draft draft) {
        long at = dispatched.decidedAt().toEpochMilli();
        Optional<Ladder.Climb> climb = Ladder.climb(now, null);
        if (climb.isEmpty()) {
            Supervision.announce("there is nobody to ask", draft, "unassigned", at);
            return now;
        }
        draft.emit(new CaseEscalated(null, null, climb.get().to(), climb.get().skipped()), "unassigned", at);
        return now.climbedTo(climb.get().unit(), null);
    }

    private static TimedCase climb(TimedCase now, Clock clock, Draft draft) {
        // Another clock of the same order has sent it up already, and the unit above was not asked yet.
        if (clock.orderId() != null && clock.orderId().equals(now.ascent().from())) {
            return Supervision.watch(now, clock, draft);
        }
        OrderLine lead = now.state().lead() == null
                ? null
                : now.state().orders().get(now.state().lead());
        Optional<Ladder.Climb> climb = Ladder.climb(now, lead);
        if (climb.isEmpty()) {
            return Supervision.of(now, clock, "the case is on top of the ladder", draft);
        }
        draft.emit(
                new CaseEscalated(
                        clock.kind(),
                        clock.orderId(),
                        climb.get().to(),
                        climb.get().skipped()),
                clock.name());
        // Nobody waits for an order's clock once the unit above is asked. Where none is, the case is told of again, and
        // so is a consultation that is late, until it is over.
        return Supervision.watch(now.climbedTo(climb.get().unit(), clock.orderId()), clock, draft);
    }
}
