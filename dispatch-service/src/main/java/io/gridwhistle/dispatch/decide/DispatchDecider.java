package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Units;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What dispatch does about an event: who is asked next, and who is told that he no longer is. */
public final class DispatchDecider implements Decider<DispatchCase> {
    private static final Actor DISPATCH = Actor.system("dispatch");

    @Override
    public Class<DispatchCase> stateType() {
        return DispatchCase.class;
    }

    @Override
    public Decision<DispatchCase> decide(
            @Nullable DispatchCase before, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        var step = new Step(event.requireCaseId(), event.id(), event.traceparent(), moment, new Decision.Draft());
        if (before == null) {
            return event.event() instanceof CaseReported report
                            && CaseLifecycle.apply(null, event.id(), report) instanceof Outcome.Valid(var state)
                    ? Decision.nothing(new DispatchCase(
                            state,
                            report.classCode(),
                            report.place(),
                            moment.logTime(),
                            null,
                            Map.of(),
                            Set.of(),
                            0,
                            0))
                    : Decision.none();
        }
        if (!(CaseLifecycle.apply(before.state(), event.id(), event.event()) instanceof Outcome.Valid(var state))) {
            return event.event() instanceof CaseDispatched overtaken
                    ? step.draft().leavingIn(takeBack(before, overtaken, step))
                    : Decision.nothing(before);
        }
        DispatchCase next = before.in(state);
        next = CaseLifecycle.isSupplement(before.state(), event.id(), event.event())
                ? supplement(next, step)
                : react(next, event.event(), step);
        return step.draft().leavingIn(next);
    }

    private static DispatchCase react(DispatchCase now, CaseEvent event, Step step) {
        return switch (event) {
            case CaseAccepted _ -> route(now, DispatchCause.ACCEPTED, step);
            case CaseReopened _ -> route(now.reopened(step.moment().logTime()), DispatchCause.REOPENED, step);
            case OrderReturned returned -> afterReturn(now.without(returned.orderId()), returned.orderId(), step);
            case RedispatchDecided decided -> redispatch(now, decided, step);
            case CaseEscalated escalated -> escalate(now, escalated, step);
            case OrderFedBack fedBack -> afterFeedback(now.without(fedBack.orderId()), step);
            case VerificationRequested request -> askToVerify(now, request.orderId(), step);
            case CaseVerified verdict -> afterVerification(now, verdict.passed(), step);
            case CaseWithdrawn _ -> withdraw(now, sent -> true, "the case was withdrawn", step);
            case CaseVoided _ -> withdraw(now, sent -> true, "the case was voided", step);
            case CaseClosed _ -> withdraw(now, sent -> true, "the case is closed", step);
            default -> now;
        };
    }

    private static DispatchCase route(DispatchCase now, DispatchCause cause, Step step) {
        Optional<Router> router = Tables.findRouter(step.moment());
        if (router.isEmpty()) {
            return now;
        }
        RoutingDecision decision = router.get().route(now.place(), Tables.caseClass(step.moment(), now.classCode()));
        var issue = new Issue(now, decision, cause, step);
        Optional<Addressee> lead = findNextLead(decision, now.asked());
        lead.ifPresent(addressee -> issue.to(addressee, Role.LEAD));
        Set<UnitCode> seen = new HashSet<>();
        lead.ifPresent(addressee -> seen.add(addressee.unit()));
        for (Candidate candidate : decision.candidates()) {
            if (candidate.role() != Role.LEAD
                    && candidate.addressee() != null
                    && seen.add(candidate.addressee().unit())) {
                issue.to(candidate.addressee(), candidate.role());
            }
        }
        return issue.record();
    }

    private static Optional<Addressee> findNextLead(RoutingDecision decision, Set<UnitCode> asked) {
        return decision.candidates().stream()
                .filter(candidate -> candidate.role() == Role.LEAD)
                .flatMap(candidate -> Optional.ofNullable(candidate.addressee()).stream())
                .filter(addressee -> !asked.contains(addressee.unit()))
                .findFirst();
    }

    /** Not ours never ends a case: the next candidate is asked, and when nobody is left, people have to talk. */
    private static DispatchCase afterReturn(DispatchCase now, OrderId returned, Step step) {
        RoutingDecision decision = now.decision();
        if (!returned.equals(now.state().lead()) || decision == null) {
            return now;
        }
        Optional<Addressee> lead = findNextLead(decision, now.asked());
        if (lead.isPresent()) {
            return new Issue(now, decision, DispatchCause.RETURNED, step)
                    .to(lead.get(), Role.LEAD)
                    .record();
        }
        step.draft()
                .emit(
                        Topics.CASE_LOG,
                        step.moment()
                                .envelope(
                                        EventId.of(step.caseId(), "consultation-opened", now.orders()),
                                        step.caseId(),
                                        step.traceparent(),
                                        new ConsultationOpened(
                                                "everybody who could lead has returned the order",
                                                List.copyOf(now.asked()),
                                                DISPATCH)));
        return now;
    }

    private static DispatchCase redispatch(DispatchCase now, RedispatchDecided decided, Step step) {
        RoutingDecision decision = now.decision();
        Optional<Units> units =
                step.moment().findReference(ReferenceKind.UNITS, io.gridwhistle.city.CityReferences::units);
        if (decision == null || units.isEmpty()) {
            return now;
        }
        DispatchCase freed = withdraw(now.askingAnew(), sent -> true, "the centre decided otherwise", step);
        var issue = new Issue(freed, decision, DispatchCause.DECIDED, step);
        order(issue, units.get(), List.of(decided.lead()), Role.LEAD);
        order(issue, units.get(), decided.coHandlers(), Role.CO_HANDLER);
        order(issue, units.get(), decided.supervisors(), Role.SUPERVISOR);
        return issue.record();
    }

    private static void order(Issue issue, Units units, List<UnitCode> codes, Role role) {
        for (UnitCode code : codes) {
            units.find(code)
                    .ifPresent(unit -> issue.to(
                            new Addressee(
                                    code,
                                    code,
                                    unit.district(),
                                    null,
                                    unit.kind().code()),
                            role));
        }
    }

    private static DispatchCase escalate(DispatchCase now, CaseEscalated escalated, Step step) {
        Addressee above = escalated.to().addressee();
        RoutingDecision decision = now.decision();
        if (above == null || decision == null) {
            return now;
        }
        now.open().forEach((id, sent) -> {
            if (sent.role() == Role.LEAD) {
                tell(
                        id,
                        sent.to(),
                        "order-escalated." + now.dispatches(),
                        new OrderEscalated(
                                id,
                                step.caseId(),
                                escalated.because(),
                                escalated.to().level(),
                                above.unit()),
                        step);
            }
        });
        return new Issue(now, decision, DispatchCause.ESCALATED, step)
                .to(above, Role.LEAD)
                .record();
    }

    private static DispatchCase afterFeedback(DispatchCase now, Step step) {
        return now.state().phase() == Phase.HANDLED
                ? withdraw(now, sent -> sent.role() == Role.LEAD, "another unit has solved the case", step)
                : now;
    }

    /** The innermost post of the territory looks; where it handled the case itself, the one above it. */
    private static DispatchCase askToVerify(DispatchCase now, OrderId handled, Step step) {
        RoutingDecision decision = now.decision();
        var handler = now.state().orders().get(handled);
        if (decision == null || handler == null) {
            return now;
        }
        Optional<Addressee> verifier = decision.ladder().stream()
                .flatMap(rung -> Optional.ofNullable(rung.addressee()).stream())
                .filter(addressee -> !addressee.unit().equals(handler.to().unit()))
                .findFirst();
        // Nobody verifies his own work: where there is nobody else, the centre's desk does.
        return verifier.map(addressee -> new Issue(now, decision, DispatchCause.VERIFICATION, step)
                        .to(addressee, Role.VERIFIER)
                        .record())
                .orElse(now);
    }

    private static DispatchCase afterVerification(DispatchCase now, boolean passed, Step step) {
        DispatchCase rest = drop(now, sent -> sent.role() == Role.VERIFIER);
        var handler = rest.state().lead() == null
                ? null
                : rest.state().orders().get(rest.state().lead());
        RoutingDecision decision = rest.decision();
        if (passed || handler == null || decision == null) {
            return rest;
        }
        return new Issue(rest, decision, DispatchCause.REWORK, step)
                .to(handler.to(), Role.LEAD)
                .record();
    }

    /** What was sent out meanwhile has been overtaken in the log: nobody may go on working on it. */
    private static DispatchCase takeBack(DispatchCase now, CaseDispatched overtaken, Step step) {
        Set<OrderId> orders = overtaken.orders().stream().map(Order::id).collect(Collectors.toSet());
        DispatchCase next = now;
        for (var entry : now.open().entrySet()) {
            if (orders.contains(entry.getKey())) {
                tell(
                        entry.getKey(),
                        entry.getValue().to(),
                        "order-withdrawn",
                        new OrderWithdrawn(entry.getKey(), step.caseId(), "another decision came first"),
                        step);
                next = next.without(entry.getKey());
            }
        }
        return next;
    }

    private static DispatchCase supplement(DispatchCase now, Step step) {
        now.open()
                .forEach((id, sent) -> tell(
                        id,
                        sent.to(),
                        "order-supplemented." + step.eventId(),
                        new OrderSupplemented(id, step.caseId(), Links.of(step.caseId(), id)),
                        step));
        return now;
    }

    private static DispatchCase withdraw(
            DispatchCase now, Predicate<DispatchCase.Sent> which, String reason, Step step) {
        now.open().forEach((id, sent) -> {
            if (which.test(sent)) {
                tell(id, sent.to(), "order-withdrawn", new OrderWithdrawn(id, step.caseId(), reason), step);
            }
        });
        return drop(now, which);
    }

    private static DispatchCase drop(DispatchCase now, Predicate<DispatchCase.Sent> which) {
        DispatchCase next = now;
        for (var entry : now.open().entrySet()) {
            if (which.test(entry.getValue())) {
                next = next.without(entry.getKey());
            }
        }
        return next;
    }

    private static void tell(OrderId id, Addressee to, String name, OrderMessage message, Step step) {
        step.draft()
                .emit(
                        Topics.dispatch(to),
                        step.moment()
                                .envelope(
                                        EventId.of(step.caseId(), name, id),
                                        step.caseId(),
                                        step.traceparent(),
                                        message));
    }
}
