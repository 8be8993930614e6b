package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;

/**
 * An order that a unit has returned (退单).
 *
 * @param unit whose desk had it
 * @param reason one of the city's own
 * @param toLead one that asked to help says nothing of whose case it is
 * @param buckPassing (推诿) the centre has named the same unit to lead after that: it was its case all the same
 * @param isSettled the question has become another since, by another place, class or boundaries, or by reopening
 */
record ReturnedOrder(
        OrderId orderId,
        UnitCode unit,
        String reason,
        Instant at,
        boolean toLead,
        boolean buckPassing,
        boolean isSettled) {
    ReturnedOrder afterWordFor(UnitCode named) {
        boolean passed = buckPassing || (toLead && !isSettled && unit.equals(named));
        return new ReturnedOrder(orderId, unit, reason, at, toLead, passed, isSettled);
    }

    ReturnedOrder settled() {
        return new ReturnedOrder(orderId, unit, reason, at, toLead, buckPassing, true);
    }
}
