package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Units;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderStatus;
import java.util.Optional;

/** Who looks whether it was done, and who does it again where it was not. */
final class VerifierOrders {
    private VerifierOrders() {}

    /** The innermost post of the territory looks; where it handled the case itself, the one above it. */
    static DispatchCase askToVerify(DispatchCase now, OrderId handled, Step step) {
        RoutingDecision decision = now.decision();
        var handler = now.state().orders().get(handled);
        if (decision == null || handler == null) {
            return now;
        }
        Units units = Tables.units(step.moment());
        Optional<Addressee> verifier = decision.ladder().stream()
                .flatMap(rung -> Optional.ofNullable(rung.addressee()).stream())
                .filter(addressee -> !addressee.unit().equals(handler.to().unit()))
                .filter(addressee -> !hasHelped(now, addressee.unit()))
                .filter(addressee -> !hasReturned(now, addressee.unit()))
                .filter(addressee -> units.find(addressee.desk()).isPresent())
                .findFirst();
        // Nobody verifies his own work: where there is nobody else, the centre's desk does.
        return verifier.map(addressee -> new Issue(now, decision, DispatchCause.VERIFICATION, step)
                        .to(addressee, Role.VERIFIER)
                        .record())
                .orElse(now);
    }

    static boolean isVerifiers(DispatchCase now, OrderId id) {
        var sent = now.open().get(id);
        return sent != null && sent.role() == Role.VERIFIER;
    }

    /** Somebody has to look: the next one up is asked, as long as the verdict is due. */
    static DispatchCase afterReturn(DispatchCase now, OrderId returned, Step step) {
        DispatchCase rest = now.without(returned);
        OrderId handled = rest.state().lead();
        return handled == null || !rest.state().verdictDue() ? rest : askToVerify(rest, handled, step);
    }

    private static boolean hasReturned(DispatchCase now, UnitCode unit) {
        return now.state().orders().values().stream()
                .anyMatch(line -> line.role() == Role.VERIFIER
                        && line.status() == OrderStatus.RETURNED
                        && line.to().unit().equals(unit));
    }

    private static boolean hasHelped(DispatchCase now, UnitCode unit) {
        return now.state().orders().values().stream()
                .anyMatch(line -> line.role() == Role.CO_HANDLER
                        && (line.status().isOpen() || line.status() == OrderStatus.FED_BACK)
                        && line.to().unit().equals(unit));
    }

    static DispatchCase afterVerification(DispatchCase now, CaseVerified verdict, Step step) {
        DispatchCase others = Told.withdraw(
                now,
                (id, sent) -> sent.role() == Role.VERIFIER && !hasAnswered(id, now.state()),
                "somebody else has verified the case",
                step);
        DispatchCase rest = Told.drop(others, (id, sent) -> sent.role() == Role.VERIFIER);
        var handler = rest.state().lead() == null
                ? null
                : rest.state().orders().get(rest.state().lead());
        RoutingDecision decision = rest.decision();
        if (verdict.passed() || handler == null || decision == null) {
            return rest;
        }
        if (!decision.isOf(rest.state().place(), rest.state().classCode())) {
            return LeadOrders.correct(rest, step);
        }
        // Whoever looked has decided something: that it is not done.
        DispatchCase anew = rest.askingAnew();
        return Tables.units(step.moment()).find(handler.to().desk()).isEmpty()
                ? Consultation.open(anew, decision, "the unit that had handled it is none of the city's any more", step)
                : new Issue(anew, decision, DispatchCause.REWORK, step)
                        .to(handler.to(), Role.LEAD)
                        .record();
    }

    /** With an order that the log does not know yet, the verdict cannot have been its answer. */
    private static boolean hasAnswered(OrderId id, CaseState log) {
        var line = log.orders().get(id);
        return line != null && line.status() == OrderStatus.FED_BACK;
    }
}
