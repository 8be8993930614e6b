package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.web.Caller;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where a case stands, as the order book has it, for the desk that decides about it. */
@Component
final class CaseBook {
    private static final String SELECT = """
            select state::text from case_state s where case_id = :id
            and (:everywhere or exists (
              select 1 from order_book o where o.case_id = s.case_id and o.district = any(:districts)))
            """;

    private final DatabaseClient db;
    private final FreshReads fresh;

    CaseBook(DatabaseClient db, FreshReads fresh) {
        this.db = db;
        this.fresh = fresh;
    }

    Mono<CaseState> find(CaseId id, Caller caller, Predicate<CaseState> willDo) {
        var query = db.sql(SELECT)
                .bind("id", id.value())
                .bind("everywhere", caller.mayActIn(null))
                .bind("districts", caller.districts().toArray(String[]::new))
                .map((row, meta) -> Json.MAPPER
                        .readValue(row.get(0, String.class), BookedCase.class)
                        .state())
                .one();
        return fresh.find(id, query, willDo);
    }
}
