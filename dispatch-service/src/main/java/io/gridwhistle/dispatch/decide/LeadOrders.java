package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.OrderLine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is asked to lead, and with whom: at first, after a return, at the centre's word, one rung further up. */
final class LeadOrders {
    static final String WHY_CORRECTED = "the case's place or class was corrected";

    private LeadOrders() {}

    static DispatchCase route(DispatchCase now, DispatchCause cause, Step step) {
        RoutingDecision decision = owners(now, step);
        var issue = new Issue(now.placed(false), decision, cause, step);
        Optional<Addressee> lead = decision.findLead(now.asked())
                .or(() -> Centres.find(decision, Tables.units(step.moment()), now.asked()));
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

    /** Another place or class is another question: everybody may be asked, and everything that was asked is taken back. */
    static DispatchCase correct(DispatchCase now, Step step) {
        DispatchCase freed =
                Told.withdraw(now, (id, sent) -> true, WHY_CORRECTED, step).askingAnew();
        return route(freed, DispatchCause.CORRECTED, step);
    }

    private static RoutingDecision owners(DispatchCase now, Step step) {
        RoutingTables tables = Tables.routing(step.moment());
        RoutingDecision decision = new Router(tables)
                .routeAgain(
                        now.decision(),
                        now.state().place(),
                        tables.caseClass(now.state().classCode()));
        if (Router.namesUnknown(decision)) {
            step.draft().remark("unit-unknown");
        }
        return decision;
    }

    /** Not ours never ends a case: the next candidate is asked, or people have to talk. */
    static DispatchCase afterReturn(DispatchCase before, OrderId returned, boolean talking, Step step) {
        var sent = before.open().get(returned);
        DispatchCase now = before.takenBack(returned);
        RoutingDecision decision = now.decision();
        // Of an order that was taken back or gone past already, the return changes nothing: another is being asked.
        if (decision == null
                || sent == null
                || !returned.equals(now.state().lead())
                || !returned.equals(before.lead())) {
            return now;
        }
        Optional<String> why = Consultation.isDue(now, sent, talking, decision);
        Optional<Addressee> lead = decision.findLead(notToAsk(now, decision, Tables.units(step.moment())));
        return why.isPresent() || lead.isEmpty()
                ? Consultation.open(now, decision, why.orElse("nobody is left to ask"), step)
                : new Issue(now, decision, DispatchCause.RETURNED, step)
                        .to(lead.get(), Role.LEAD)
                        .keepFirstReceiver()
                        .record();
    }

    /** Whoever answers for the case may have held an order to help alone, and have answered that. */
    static DispatchCase keepAnswerable(DispatchCase now, Step step) {
        RoutingDecision decision = now.decision();
        OrderLine lead = now.state().lead() == null
                ? null
                : now.state().orders().get(now.state().lead());
        // While nobody leads, whoever is asked next comes with the order that says so.
        if (decision == null
                || !now.state().phase().isUnsolved()
                || lead == null
                || !lead.status().isOpen()) {
            return now;
        }
        Issue issue = new Issue(now, decision, DispatchCause.ANSWERABLE, step).keepFirstReceiver();
        return issue.isEmpty() ? now : issue.record();
    }

    /** Whoever was asked, and whoever is reached at no desk any more: the city has given units up since the case was routed. */
    private static Set<UnitCode> notToAsk(DispatchCase now, RoutingDecision decision, Units units) {
        Set<UnitCode> spent = new HashSet<>(now.asked());
        decision.candidates().stream()
                .flatMap(it -> Stream.ofNullable(it.addressee()))
                .filter(to -> units.find(to.desk()).isEmpty())
                .map(Addressee::unit)
                .forEach(spent::add);
        return spent;
    }

    static DispatchCase redispatch(DispatchCase now, RedispatchDecided decided, Step step) {
        RoutingDecision decision = now.decision() == null ? owners(now, step) : now.decision();
        Units units = Tables.units(step.moment());
        DispatchCase freed = Told.withdraw(now, (id, sent) -> true, "the centre decided otherwise", step)
                .askingAnew()
                .placed(true);
        var issue = new Issue(freed, decision, DispatchCause.DECIDED, step);
        // A unit that the city has given up meanwhile leads nothing: the centre is asked again.
        Set<UnitCode> asked = new HashSet<>();
        UnitCode lead = units.find(decided.lead())
                .map(Unit::code)
                .or(() -> Centres.find(decision, units, List.of()).map(Addressee::unit))
                .orElse(decided.lead());
        order(issue, units, List.of(lead), Role.LEAD, asked);
        order(issue, units, decided.coHandlers(), Role.CO_HANDLER, asked);
        order(issue, units, decided.supervisors(), Role.SUPERVISOR, asked);
        return issue.keepFirstReceiver().record();
    }

    /** One role a unit, the first that it was named for. */
    private static void order(Issue issue, Units units, List<UnitCode> codes, Role role, Set<UnitCode> asked) {
        for (UnitCode code : codes) {
            units.find(code).filter(unit -> asked.add(code)).ifPresent(unit -> issue.to(Centres.addressee(unit), role));
        }
    }

    /** One rung up, or as many as it takes to find somebody who was not asked before. */
    static DispatchCase escalate(DispatchCase now, CaseEscalated escalated, Step step) {
        RoutingDecision decision = now.decision();
        Units units = Tables.units(step.moment());
        boolean isOver = escalated.orderId() != null && !now.open().containsKey(escalated.orderId());
        if (decision == null || isOver || Centres.isOnTop(now, units)) {
            return now;
        }
        int rung = decision.ladder().indexOf(escalated.to());
        List<LadderStep> upwards = rung < 0
                ? List.of(escalated.to())
                : decision.ladder().subList(rung, decision.ladder().size());
        Optional<Addressee> above = upwards.stream()
                .flatMap(it -> Optional.ofNullable(it.addressee()).stream())
                .filter(to -> !now.asked().contains(to.unit())
                        && units.find(to.desk()).isPresent())
                .findFirst()
                .or(() -> Centres.find(decision, units, now.asked()));
        return above.map(to -> {
                    Told.goneUp(now, escalated.because(), to, step);
                    return new Issue(now, decision, DispatchCause.ESCALATED, step)
                            .to(to, Role.LEAD)
                            .record();
                })
                .orElse(now);
    }
}
