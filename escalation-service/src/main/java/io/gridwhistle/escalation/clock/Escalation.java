package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import java.util.Objects;
import java.util.Optional;

/** A case goes up: because a clock of an order ran out, or because there was nobody to ask; on top, it is supervised. */
final class Escalation {
    private static final Actor ESCALATION = Actor.system("escalation");

    private Escalation() {}

    /** A case that nobody was asked about waits for no clock: it goes to the first who is there at once. */
    static void ofUnassigned(TimedCase now, CaseDispatched dispatched, Draft draft) {
        long at = dispatched.decidedAt().toEpochMilli();
        Ladder.climb(now.ladder(), null)
                .ifPresentOrElse(
                        climb -> draft.emit(
                                new CaseEscalated(null, null, climb.to(), climb.skipped()), "unassigned", at),
                        () -> draft.emit(
                                new CaseSupervised("there is nobody to ask", null, ESCALATION), "unassigned", at));
    }

    static void ofOrder(TimedCase now, Clock clock, Draft draft) {
        var lead = now.state().lead() == null
                ? null
                : now.state().orders().get(now.state().lead());
        Optional<Ladder.Climb> climb = Ladder.climb(now.ladder(), lead);
        if (climb.isPresent() && isGoingUp(now, clock)) {
            return;
        }
        if (climb.isPresent()) {
            draft.emit(
                    new CaseEscalated(
                            clock.kind(),
                            clock.orderId(),
                            climb.get().to(),
                            climb.get().skipped()),
                    clock.name());
        } else {
            supervise("the case is on top of the ladder", clock, draft);
        }
    }

    /** The order's other clock ran out at the same reading, so the unit above has not been asked yet. */
    private static boolean isGoingUp(TimedCase now, Clock clock) {
        return now.clocks().values().stream()
                .anyMatch(other -> other.breached()
                        && other.kind() != clock.kind()
                        && Objects.equals(other.orderId(), clock.orderId()));
    }

    static void supervise(String reason, Clock clock, Draft draft) {
        draft.emit(
                new CaseSupervised(reason, null, ESCALATION),
                clock.name(),
                clock.deadline().toEpochMilli());
    }
}
