package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.ClassCode;
import java.time.Instant;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** An order as it was issued, by when it has to be answered, and when it was. */
record BookedOrder(
        Order order,
        DispatchCause cause,
        ClassCode classCode,
        RoutingDecision decision,
        Instant issuedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable String reasonCode) {

    /** Timed otherwise than printed; without a deadline while the clock stands still. */
    BookedOrder timed(ClockKind clock, @Nullable Instant deadline) {
        var deadlines = new EnumMap<ClockKind, Instant>(ClockKind.class);
        deadlines.putAll(order.deadlines());
        if (deadline == null) {
            deadlines.remove(clock);
        } else {
            deadlines.put(clock, deadline);
        }
        var timed = new Order(order.id(), order.role(), order.to(), order.returnable(), deadlines);
        return new BookedOrder(
                timed, cause, classCode, decision, issuedAt, acknowledgedAt, answeredAt, answer, reasonCode);
    }

    BookedOrder acknowledged(Instant at) {
        return new BookedOrder(order, cause, classCode, decision, issuedAt, at, answeredAt, answer, reasonCode);
    }

    /** {@code reasonCode} where the answer is that it was returned. */
    BookedOrder answered(Instant at, String words, @Nullable String reasonCode) {
        return new BookedOrder(order, cause, classCode, decision, issuedAt, acknowledgedAt, at, words, reasonCode);
    }
}
