package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.log.view.FreshReads;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a case stands, as the order book has it, for the desk that decides about it. */
@Component
final class CaseBook {
    private static final String SELECT = "select state::text from case_state where case_id = :id";

    /** Those that new boundaries may move; the migration has an index of just these. */
    static final String LIST_UNSOLVED = """
            select case_id, state::text from case_state
            where state -> 'state' ->> 'phase' in ('accepted', 'dispatched', 'acknowledged', 'returned', 'rework', 'reopened')
              and case_id > :after
            order by case_id limit %d
            """;

    record Entry(CaseId id, BookedCase booked) {}

    private final DatabaseClient db;
    private final FreshReads fresh;

    CaseBook(DatabaseClient db, FreshReads fresh) {
        this.db = db;
        this.fresh = fresh;
    }

    /** Where its state will not do, only after the book has caught up with the log. */
    Mono<BookedCase> find(CaseId id, Predicate<CaseState> willDo) {
        var query = db.sql(SELECT)
                .bind("id", id.value())
                .map((row, meta) -> Json.MAPPER.readValue(row.get(0, String.class), BookedCase.class))
                .one();
        return fresh.find(id, query, booked -> willDo.test(booked.state()));
    }

    /** Cases that are accepted, not solved and not talked about, by id. */
    Flux<Entry> listUnsolved(String after, int most) {
        return db.sql(LIST_UNSOLVED.formatted(most))
                .bind("after", after)
                .map((row, meta) -> new Entry(
                        new CaseId(row.get(0, String.class)),
                        Json.MAPPER.readValue(row.get(1, String.class), BookedCase.class)))
                .all();
    }
}
