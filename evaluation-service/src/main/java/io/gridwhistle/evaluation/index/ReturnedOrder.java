package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;

/**
 * An order that a unit has returned (退单).
 *
 * @param unit whose desk had it
 * @param reason one of the city's own
 * @param buckPassing (推诿) the centre has named the same unit to lead after that: it was its case all the same
 */
record ReturnedOrder(OrderId orderId, UnitCode unit, String reason, Instant at, boolean buckPassing) {
    ReturnedOrder afterWordFor(UnitCode named) {
        return new ReturnedOrder(orderId, unit, reason, at, buckPassing || unit.equals(named));
    }
}
