package io.gridwhistle.dispatch.decide;

import io.gridwhistle.dispatch.routing.Moves;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.util.List;

/**
 * What new boundaries do to an open case, in two steps.
 *
 * <p>First it is said on the log that the case goes elsewhere. Where that is read back and still holds, the case is taken
 * from everybody and routed anew: from there on, and not before, nobody's answer to an old order counts.
 */
final class Rerouting {
    private Rerouting() {}

    /** Cases that people have placed, or are talking about, stay with them. */
    static boolean mayMove(DispatchCase now) {
        return now.decision() != null && !now.placed() && CaseLifecycle.mayBeRerouted(now.state());
    }

    static Decision<DispatchCase> reconsider(CaseId caseId, DispatchCase now, Moment moment) {
        RoutingDecision was = now.decision();
        EventId turn = now.state().turn();
        if (was == null || turn.equals(now.rerouting())) {
            return Decision.nothing(now);
        }
        RoutingTables tables = Tables.routing(moment).asOf(was.at());
        RoutingDecision is = new Router(tables)
                .routeAgain(
                        was, now.state().place(), tables.caseClass(now.state().classCode()));
        List<UnitCode> leads = now.leads();
        List<UnitCode> spent =
                now.asked().stream().filter(unit -> !leads.contains(unit)).toList();
        OrderId order = now.lead();
        var sent = order == null ? null : now.open().get(order);
        Addressee lead = sent == null ? null : sent.to();
        if (Moves.find(was, lead, spent, is).isEmpty()) {
            return Decision.nothing(now);
        }
        var event = new RerouteDecided(tables.gridSetVersion(), turn);
        EventId id = EventId.ofContent(caseId, "reroute-decided", Json.MAPPER.writeValueAsString(event));
        return new Decision.Draft()
                .emit(Topics.CASE_LOG, moment.envelope(id, caseId, null, event))
                .leavingIn(now.leaving());
    }

    /** Whom the boundaries take it from has not said that it is not his: he may be asked again. */
    static DispatchCase reroute(DispatchCase now, Step step) {
        DispatchCase freed =
                Told.withdraw(now.askable(now.leads()), (id, sent) -> true, "the boundaries have changed", step);
        return LeadOrders.route(freed, DispatchCause.BOUNDARIES_CHANGED, step);
    }
}
