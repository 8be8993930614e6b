package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case.
 *
 * @param orderId where it is an order's
 */
public record Clock(
        ClockKind kind, @Nullable OrderId orderId, Instant start, Instant warnAt, Instant deadline, boolean breached) {

    /** Its name within the case. */
    public static String name(ClockKind kind, @Nullable OrderId orderId) {
        return orderId == null ? kind.code() : kind.code() + "." + orderId;
    }

    public String name() {
        return name(kind, orderId);
    }

    Clock asBreached() {
        return new Clock(kind, orderId, start, warnAt, deadline, true);
    }

    /**
     * Whether a case in this state still waits for what the clock measures; one that is not needed any more stops.
     *
     * <p>The overall clock is needed as long as the case is open: nothing but its end stops it.
     */
    public static boolean isNeeded(ClockKind kind, @Nullable OrderId orderId, CaseState state) {
        if (!state.phase().isOpen()) {
            return false;
        }
        OrderLine order = orderId == null ? null : state.orders().get(orderId);
        return switch (kind) {
            case OVERALL -> true;
            case ACCEPT -> state.phase() == Phase.REPORTED;
            case ACKNOWLEDGE -> order != null && order.status() == OrderStatus.ISSUED && isLead(orderId, state);
            case HANDLE -> order != null && order.status().isOpen() && isLead(orderId, state);
            case VERIFY -> order != null && order.status().isOpen();
        };
    }

    private static boolean isLead(@Nullable OrderId orderId, CaseState state) {
        return orderId != null && orderId.equals(state.lead());
    }
}
