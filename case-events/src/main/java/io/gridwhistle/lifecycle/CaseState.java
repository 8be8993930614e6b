package io.gridwhistle.lifecycle;

import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events have made it.
 *
 * @param reportedBy the event of the first report
 * @param turn the event since which what was dispatched before no longer holds
 * @param orders every order ever issued, by number
 * @param lead the order that answers for the case now
 * @param round how many times somebody was asked to verify the case
 * @param verdictDue somebody was asked and has not said yet
 * @param ties to other cases that report the same thing
 */
public record CaseState(
        Phase phase,
        EventId reportedBy,
        EventId turn,
        Map<OrderId, OrderLine> orders,
        @Nullable OrderId lead,
        int round,
        boolean verdictDue,
        boolean suspended,
        Ties ties) {

    static CaseState reported(EventId reportedBy) {
        return new CaseState(Phase.REPORTED, reportedBy, reportedBy, Map.of(), null, 0, false, false, Ties.NONE);
    }

    CaseState in(Phase next) {
        return new CaseState(next, reportedBy, turn, orders, lead, round, verdictDue, suspended, ties);
    }

    CaseState turning(EventId next) {
        return new CaseState(phase, reportedBy, next, orders, lead, round, verdictDue, suspended, ties);
    }

    CaseState awaitingVerdict(int next) {
        return new CaseState(phase, reportedBy, turn, orders, lead, next, true, suspended, ties);
    }

    CaseState withVerdict() {
        return new CaseState(phase, reportedBy, turn, orders, lead, round, false, suspended, ties);
    }

    CaseState suspended(boolean next) {
        return new CaseState(phase, reportedBy, turn, orders, lead, round, verdictDue, next, ties);
    }

    CaseState tied(Ties next) {
        return new CaseState(phase, reportedBy, turn, orders, lead, round, verdictDue, suspended, next);
    }

    CaseState ledBy(@Nullable OrderId next) {
        return new CaseState(phase, reportedBy, turn, orders, next, round, verdictDue, suspended, ties);
    }

    CaseState withOrder(OrderId id, OrderLine line) {
        var next = new TreeMap<OrderId, OrderLine>(OrderNumbers.ORDER);
        next.putAll(orders);
        next.put(id, line);
        return new CaseState(
                phase, reportedBy, turn, Collections.unmodifiableMap(next), lead, round, verdictDue, suspended, ties);
    }

    CaseState mapOrders(UnaryOperator<OrderLine> change) {
        var next = new TreeMap<OrderId, OrderLine>(OrderNumbers.ORDER);
        orders.forEach((id, line) -> next.put(id, change.apply(line)));
        return new CaseState(
                phase, reportedBy, turn, Collections.unmodifiableMap(next), lead, round, verdictDue, suspended, ties);
    }

    CaseState withoutOpenOrders() {
        return mapOrders(line -> line.status().isOpen() ? line.with(OrderStatus.WITHDRAWN) : line);
    }
}
