package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.ClassCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as it was issued, and when it was answered. */
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

    BookedOrder acknowledged(Instant at) {
        return new BookedOrder(order, cause, classCode, decision, issuedAt, at, answeredAt, answer, reasonCode);
    }

    /** {@code reasonCode} where the answer is that it was returned. */
    BookedOrder answered(Instant at, String words, @Nullable String reasonCode) {
        return new BookedOrder(order, cause, classCode, decision, issuedAt, acknowledgedAt, at, words, reasonCode);
    }
}
