package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Units;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.events.kafka.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is asked to lead, and with whom: at first, after a return, at the centre's word, one rung further up. */
final class LeadOrders {
    private static final Actor DISPATCH = Actor.system("dispatch");

    private LeadOrders() {}

    static DispatchCase route(DispatchCase now, DispatchCause cause, Step step) {
        RoutingDecision decision = owners(now, step);
        var issue = new Issue(now.byRule(), decision, cause, step);
        Optional<Addressee> lead = decision.findLead(now.asked());
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

    private static RoutingDecision owners(DispatchCase now, Step step) {
        RoutingTables tables = Tables.routing(step.moment());
        return new Router(tables).route(now.place(), tables.caseClass(now.classCode()));
    }

    /** Not ours never ends a case: the next candidate is asked, and when nobody is left, people have to talk. */
    static DispatchCase afterReturn(DispatchCase before, OrderId returned, Step step) {
        DispatchCase now = before.without(returned);
        RoutingDecision decision = now.decision();
        // Of an order that was taken back or gone past already, the return changes nothing: another is being asked.
        if (decision == null || !returned.equals(now.state().lead()) || !returned.equals(before.lead())) {
            return now;
        }
        Optional<Addressee> lead = decision.findLead(now.asked());
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
                                                now.asked(),
                                                DISPATCH)));
        return now;
    }

    static DispatchCase redispatch(DispatchCase now, RedispatchDecided decided, Step step) {
        RoutingDecision decision = now.decision() == null ? owners(now, step) : now.decision();
        Units units = Tables.routing(step.moment()).units();
        DispatchCase freed = Told.withdraw(now.askingAnew(), (id, sent) -> true, "the centre decided otherwise", step);
        var issue = new Issue(freed, decision, DispatchCause.DECIDED, step);
        Set<UnitCode> asked = new HashSet<>();
        order(issue, units, List.of(decided.lead()), Role.LEAD, asked);
        order(issue, units, decided.coHandlers(), Role.CO_HANDLER, asked);
        order(issue, units, decided.supervisors(), Role.SUPERVISOR, asked);
        return issue.record();
    }

    /** One role a unit, the first that it was named for. */
    private static void order(Issue issue, Units units, List<UnitCode> codes, Role role, Set<UnitCode> asked) {
        for (UnitCode code : codes) {
            units.find(code)
                    .filter(unit -> asked.add(code))
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

    static DispatchCase escalate(DispatchCase now, CaseEscalated escalated, Step step) {
        Addressee above = escalated.to().addressee();
        RoutingDecision decision = now.decision();
        ClockKind because = escalated.because();
        if (above == null || decision == null) {
            return now;
        }
        now.open().forEach((id, sent) -> {
            if (because != null && sent.role() == Role.LEAD) {
                Told.tell(
                        id,
                        sent.to(),
                        "order-escalated." + now.dispatches(),
                        new OrderEscalated(
                                id, step.caseId(), because, escalated.to().level(), above.unit()),
                        step);
            }
        });
        return new Issue(now, decision, DispatchCause.ESCALATED, step)
                .to(above, Role.LEAD)
                .record();
    }
}
