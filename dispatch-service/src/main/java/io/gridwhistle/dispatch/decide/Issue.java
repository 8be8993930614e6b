package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Policies;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues the orders of one dispatch: to the units' topics, and to the log. */
final class Issue {
    private final CaseId caseId;
    private final DispatchCause cause;
    private final RoutingDecision decision;
    private final Moment moment;
    private final @Nullable String traceparent;
    private final Decision.Draft draft;
    private final List<Order> orders = new ArrayList<>();
    private DispatchCase next;

    Issue(DispatchCase before, RoutingDecision decision, DispatchCause cause, Step step) {
        this.caseId = step.caseId();
        this.cause = cause;
        this.decision = decision;
        this.moment = step.moment();
        this.traceparent = step.traceparent();
        this.draft = step.draft();
        this.next = before.decided(decision);
    }

    Issue to(Addressee addressee, Role role) {
        OrderId id = OrderId.of(caseId, next.orders() + 1);
        var order = new Order(id, role, addressee, deadlines(role));
        orders.add(order);
        next = next.sent(id, new DispatchCase.Sent(role, addressee));
        draft.emit(Topics.dispatch(addressee), envelope("order-issued", id, message(order)));
        return this;
    }

    /** The case after the dispatch, which stands in the log even where there was nobody to ask. */
    DispatchCase record() {
        next = next.dispatched();
        draft.emit(
                Topics.CASE_LOG,
                moment.envelope(
                        EventId.of(caseId, "case-dispatched", next.dispatches()),
                        caseId,
                        traceparent,
                        new CaseDispatched(
                                cause, moment.logTime(), next.state().turn(), decision, List.copyOf(orders))));
        return next;
    }

    private Map<ClockKind, Instant> deadlines(Role role) {
        Policies policies = Tables.findPolicies(moment).orElse(null);
        var deadlines = new EnumMap<ClockKind, Instant>(ClockKind.class);
        if (policies == null) {
            return deadlines;
        }
        switch (role) {
            case LEAD ->
                deadlines.putAll(
                        policies.orderDeadlines(next.classCode(), moment.logTime(), cause == DispatchCause.REWORK));
            case VERIFIER ->
                policies.findDeadline(next.classCode(), ClockKind.VERIFY, moment.logTime())
                        .ifPresent(deadline -> deadlines.put(ClockKind.VERIFY, deadline));
            case CO_HANDLER, SUPERVISOR -> {
                // They keep no clock of their own.
            }
        }
        policies.findDeadline(next.classCode(), ClockKind.OVERALL, next.openedAt())
                .ifPresent(deadline -> deadlines.put(ClockKind.OVERALL, deadline));
        return deadlines;
    }

    private OrderIssued message(Order order) {
        var place = decision.place();
        return new OrderIssued(
                order.id(),
                caseId,
                order.role(),
                order.unit(),
                cause,
                next.classCode(),
                decision.lon(),
                decision.lat(),
                place.address(),
                place.building(),
                place.floor(),
                decision.path(),
                order.deadlines(),
                decision,
                Links.of(caseId, order.id()));
    }

    private EventEnvelope<OrderMessage> envelope(String name, OrderId id, OrderMessage message) {
        return moment.envelope(EventId.of(caseId, name, id), caseId, traceparent, message);
    }
}
