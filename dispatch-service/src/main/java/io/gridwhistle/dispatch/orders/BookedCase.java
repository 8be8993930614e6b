package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a case.
 *
 * @param district that the place lies in, as intake found it, then as dispatch did
 */
record BookedCase(
        CaseState state, ClassCode classCode, @Nullable DistrictCode district, Map<OrderId, BookedOrder> orders) {

    static @Nullable BookedCase apply(
            @Nullable BookedCase before, EventEnvelope<? extends CaseEvent> event, Instant logTime) {
        Outcome outcome = CaseLifecycle.apply(before == null ? null : before.state(), event.id(), event.event());
        if (before == null) {
            return outcome instanceof Outcome.Valid(var state) && event.event() instanceof CaseReported report
                    ? new BookedCase(state, report.classCode(), report.district(), Map.of())
                    : null;
        }
        BookedCase next = outcome instanceof Outcome.Valid(var state)
                ? new BookedCase(state, before.classCode(), before.district(), before.orders())
                : before;
        // Orders of a void dispatch were sent all the same: their units must find them, as withdrawn.
        if (event.event() instanceof CaseDispatched dispatched) {
            return next.book(dispatched, logTime);
        }
        if (outcome instanceof Outcome.Void) {
            return next;
        }
        return switch (event.event()) {
            case OrderAcknowledged it -> next.change(it.orderId(), order -> order.acknowledged(logTime));
            case OrderReturned it -> next.change(it.orderId(), order -> order.answered(logTime, it.note()));
            case OrderFedBack it -> next.change(it.orderId(), order -> order.answered(logTime, it.result()));
            default -> next;
        };
    }

    private BookedCase book(CaseDispatched dispatched, Instant logTime) {
        var next = new LinkedHashMap<>(orders);
        dispatched
                .orders()
                .forEach(order -> next.putIfAbsent(
                        order.id(),
                        new BookedOrder(
                                order,
                                dispatched.cause(),
                                classCode,
                                dispatched.decision(),
                                logTime,
                                null,
                                null,
                                null)));
        return new BookedCase(state, classCode, dispatched.decision().district(), next);
    }

    private BookedCase change(OrderId id, UnaryOperator<BookedOrder> change) {
        var next = new LinkedHashMap<>(orders);
        next.computeIfPresent(id, (key, order) -> change.apply(order));
        return new BookedCase(state, classCode, district, next);
    }
}
