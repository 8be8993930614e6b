package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.EscalationEvent.CaseExtended;
import io.gridwhistle.events.EscalationEvent.ExtensionApproved;
import io.gridwhistle.events.RefusalReason;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Extension (延期): the handle clock gets a later deadline, before its own has come. */
final class Extensions {
    private Extensions() {}

    static TimedCase extend(TimedCase now, EventId approval, ExtensionApproved wanted, Draft draft) {
        Instant deadline = wanted.deadline().truncatedTo(ChronoUnit.MILLIS);
        Clock handle = now.findHandle().orElse(null);
        if (handle == null) {
            return draft.refuse(now, approval, RefusalReason.NO_CLOCK);
        }
        if (approval.equals(handle.granted().lastExtension())) {
            return now;
        }
        Optional<RefusalReason> against = refusal(now, handle, deadline, draft);
        if (against.isPresent()) {
            return draft.refuse(now, approval, against.get());
        }
        draft.emit(
                new CaseExtended(
                        handle.kind(),
                        handle.orderId(),
                        deadline,
                        wanted.reason(),
                        wanted.approver(),
                        approval,
                        wanted.actor()),
                handle.name(),
                deadline.toEpochMilli());
        // Whoever extends it knows what mode holds.
        var plan = new Clock.Plan(draft.now(), handle.plan().cause(), null);
        return Clocks.move(now, handle.extendedBy(approval), deadline, plan, ArmingCause.EXTENDED, draft);
    }

    private static Optional<RefusalReason> refusal(TimedCase now, Clock handle, Instant deadline, Draft draft) {
        if (handle.breached()) {
            return Optional.of(RefusalReason.TOO_LATE);
        }
        if (handle.pausedAt() != null) {
            return Optional.of(RefusalReason.SUSPENDED);
        }
        if (!deadline.isAfter(handle.deadline())) {
            return Optional.of(RefusalReason.NOT_LATER);
        }
        Terms terms = InForce.terms(now, handle, draft.moment());
        Optional<Instant> limit = terms.findExtensionLimit(handle.deadline());
        if (limit.isEmpty() || handle.granted().extensions() >= terms.extensions()) {
            return Optional.of(RefusalReason.NOT_ALLOWED);
        }
        return deadline.isAfter(limit.get()) ? Optional.of(RefusalReason.TOO_LONG) : Optional.empty();
    }
}
