package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.SuspensionApproved;
import io.gridwhistle.events.RefusalReason;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Suspension (挂账): the handle clock stands still until a moment, or until a desk resumes the case.
 *
 * <p>The clock stops where the approval stands in the log and goes on at the very moment that was named; the events that say
 * so are read back later. In between, {@link Suspension#inLog} tells what the log calls suspended from what will be.
 */
final class Suspensions {
    /** The timer that ends a suspension. */
    static final String RESUME = "resume";

    private static final Actor ESCALATION = Actor.system("escalation");

    private Suspensions() {}

    static TimedCase suspend(TimedCase now, EventId approval, SuspensionApproved wanted, Draft draft) {
        Suspension there = now.suspension();
        if (there != null && there.approval().equals(approval)) {
            return now;
        }
        Clock handle = now.findHandle().orElse(null);
        if (handle == null) {
            return draft.refuse(now, approval, RefusalReason.NO_CLOCK);
        }
        Optional<RefusalReason> against = refusal(now, handle, wanted, draft);
        if (against.isPresent()) {
            return draft.refuse(now, approval, against.get());
        }
        Instant until = wanted.until().truncatedTo(ChronoUnit.MILLIS);
        draft.emit(
                new CaseSuspended(
                        until,
                        wanted.reason(),
                        wanted.approver(),
                        approval,
                        now.state().turn(),
                        wanted.actor()),
                draft.now().toEpochMilli());
        draft.decision().arm(RESUME, until);
        var suspension = new Suspension(until, approval, false);
        return Clocks.pause(now.suspended(suspension), handle.suspendedOnceMore(), draft.now(), draft);
    }

    private static Optional<RefusalReason> refusal(
            TimedCase now, Clock handle, SuspensionApproved wanted, Draft draft) {
        if (now.suspension() != null) {
            return Optional.of(RefusalReason.SUSPENDED);
        }
        if (handle.breached()) {
            return Optional.of(RefusalReason.TOO_LATE);
        }
        if (!wanted.until().truncatedTo(ChronoUnit.MILLIS).isAfter(draft.now())) {
            return Optional.of(RefusalReason.NOT_LATER);
        }
        Terms terms = InForce.terms(now, handle, draft.moment());
        Optional<Instant> limit = terms.findSuspensionLimit(draft.now());
        if (limit.isEmpty() || handle.granted().suspensions() >= terms.suspensions()) {
            return Optional.of(RefusalReason.NOT_ALLOWED);
        }
        return wanted.until().isAfter(limit.get()) ? Optional.of(RefusalReason.TOO_LONG) : Optional.empty();
    }

    /** The moment has come that the suspension was to last until. */
    static TimedCase end(TimedCase now, Suspension suspension, Draft draft) {
        draft.emit(
                new CaseResumed("the time it was suspended for is over", ESCALATION),
                suspension.until().toEpochMilli());
        return Clocks.resume(now.suspended(null), suspension.until(), draft);
    }

    /** What the log now says of the case, after an event that holds. */
    static TimedCase follow(TimedCase before, TimedCase now, CaseEvent event, Draft draft) {
        Suspension suspension = now.suspension();
        if (suspension == null) {
            return now;
        }
        if (event instanceof CaseSuspended it && it.approval().equals(suspension.approval())) {
            return now.suspended(new Suspension(suspension.until(), suspension.approval(), true));
        }
        boolean isOver = suspension.inLog()
                ? !now.state().suspended()
                // It is void when it comes back: the case has taken a turn since it was approved.
                : !now.state().turn().equals(before.state().turn())
                        || !now.state().phase().isOpen();
        if (!isOver) {
            return now;
        }
        draft.decision().cancel(RESUME, suspension.until());
        TimedCase free = now.suspended(null);
        return event instanceof CaseResumed ? Clocks.resume(free, draft.now(), draft) : free;
    }
}
