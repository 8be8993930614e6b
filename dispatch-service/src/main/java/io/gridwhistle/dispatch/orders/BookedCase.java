package io.gridwhistle.dispatch.orders;

import io.gridwhistle.dispatch.routing.Moves;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a case.
 *
 * @param district that the place lies in, as intake found it, then as dispatch did
 * @param decision by which the last orders were issued
 */
record BookedCase(
        CaseState state,
        @Nullable DistrictCode district,
        @Nullable RoutingDecision decision,
        Map<OrderId, BookedOrder> orders) {

    static @Nullable BookedCase apply(
            @Nullable BookedCase before, EventEnvelope<? extends CaseEvent> event, Instant logTime) {
        Outcome outcome = CaseLifecycle.apply(before == null ? null : before.state(), event.id(), event.event());
        if (before == null) {
            return outcome instanceof Outcome.Valid(var state) && event.event() instanceof CaseReported report
                    ? new BookedCase(state, report.district(), null, Map.of())
                    : null;
        }
        BookedCase next = outcome instanceof Outcome.Valid(var state)
                ? new BookedCase(state, before.district(), before.decision(), before.orders())
                : before;
        // Orders of a void dispatch were sent all the same: their units must find them, as withdrawn.
        if (event.event() instanceof CaseDispatched dispatched) {
            return next.book(dispatched, logTime, outcome instanceof Outcome.Valid);
        }
        if (outcome instanceof Outcome.Void) {
            return next;
        }
        return switch (event.event()) {
            case OrderAcknowledged it -> next.change(it.orderId(), order -> order.acknowledged(logTime));
            case OrderReturned it ->
                next.change(it.orderId(), order -> order.answered(logTime, it.note(), it.reasonCode()));
            case OrderFedBack it -> next.change(it.orderId(), order -> order.answered(logTime, it.result(), null));
            case ClockArmed it
            when it.orderId() != null -> next.change(it.orderId(), order -> order.timed(it.clock(), it.deadline()));
            case ClockPaused it
            when it.orderId() != null -> next.change(it.orderId(), order -> order.timed(it.clock(), null));
            default -> next;
        };
    }

    private BookedCase book(CaseDispatched dispatched, Instant logTime, boolean holds) {
        var next = new LinkedHashMap<>(orders);
        dispatched
                .orders()
                .forEach(order -> next.putIfAbsent(
                        order.id(),
                        new BookedOrder(
                                order,
                                dispatched.cause(),
                                state.classCode(),
                                dispatched.decision(),
                                logTime,
                                null,
                                null,
                                null,
                                null)));
        return new BookedCase(state, dispatched.decision().district(), holds ? dispatched.decision() : decision, next);
    }

    private BookedCase change(OrderId id, UnaryOperator<BookedOrder> change) {
        var next = new LinkedHashMap<>(orders);
        next.computeIfPresent(id, (key, order) -> change.apply(order));
        return new BookedCase(state, district, decision, next);
    }

    /** Who has the case to lead now. */
    @Nullable
    Addressee lead() {
        var line = state.lead() == null ? null : state.orders().get(state.lead());
        return line == null || !line.status().isOpen() ? null : line.to();
    }

    /**
     * Whom the case would go to by a decision under other boundaries; empty where it would stay, as cases do that people
     * have placed or are talking about.
     */
    Optional<Addressee> findMove(RoutingDecision is) {
        boolean placed = false;
        var asked = new LinkedHashMap<UnitCode, OrderStatus>();
        for (BookedOrder booked : orders.values()) {
            var line = state.orders().get(booked.order().id());
            if (line == null || line.role() != Role.LEAD) {
                continue;
            }
            placed = switch (booked.cause()) {
                case DECIDED -> true;
                case ACCEPTED, REOPENED, UNLINKED, BOUNDARIES_CHANGED, CORRECTED -> false;
                case RETURNED, ESCALATED, REWORK, VERIFICATION, CONSULTATION, ANSWERABLE -> placed;
            };
            switch (booked.cause()) {
                case DECIDED, REOPENED, REWORK, CORRECTED -> asked.clear();
                // From whom it was taken may be asked again; who returned it may not.
                case UNLINKED, BOUNDARIES_CHANGED -> asked.values().removeIf(status -> status == OrderStatus.WITHDRAWN);
                default -> {
                    // Everybody is asked once.
                }
            }
            asked.put(line.to().unit(), line.status());
        }
        asked.values().removeIf(OrderStatus::isOpen);
        return placed || decision == null || !CaseLifecycle.mayBeRerouted(state)
                ? Optional.empty()
                : Moves.find(decision, lead(), asked.keySet(), is);
    }
}
