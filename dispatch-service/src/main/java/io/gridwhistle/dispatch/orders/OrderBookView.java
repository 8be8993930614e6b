package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.log.view.CaseStates;
import io.gridwhistle.log.view.FoldingView;
import io.gridwhistle.log.view.Logged;
import io.gridwhistle.log.view.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the order book. */
@Component
final class OrderBookView extends FoldingView<BookedCase> {
    private static final Rows<OrderRow> ORDERS =
            new Rows<>("order_book", List.of("order_id"), OrderRow.class, Rows.WhenThere.REPLACE);

    private final DatabaseClient db;

    OrderBookView(DatabaseClient db) {
        super("order-book", new CaseStates<>(db, BookedCase.class));
        this.db = db;
    }

    @Override
    protected @Nullable BookedCase next(@Nullable BookedCase before, Logged event) {
        return BookedCase.apply(before, event.envelope().as(CaseEvent.class), event.logTime());
    }

    @Override
    protected Mono<Void> write(List<Changed<BookedCase>> changed) {
        return ORDERS.write(
                db,
                changed.stream()
                        .flatMap(it ->
                                it.state().orders().values().stream().map(order -> OrderRow.of(it.state(), order)))
                        .toList());
    }
}
