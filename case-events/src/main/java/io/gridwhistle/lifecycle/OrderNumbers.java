package io.gridwhistle.lifecycle;

import io.gridwhistle.events.id.OrderId;
import java.util.Comparator;

final class OrderNumbers {
    /** Orders of one case by number: -2 before -10. */
    static final Comparator<OrderId> ORDER =
            Comparator.<OrderId>comparingInt(id -> id.value().length()).thenComparing(OrderId::value);

    private OrderNumbers() {}
}
