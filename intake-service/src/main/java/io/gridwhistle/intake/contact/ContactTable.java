package io.gridwhistle.intake.contact;

import io.gridwhistle.log.view.Rows;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class ContactTable {
    private static final String DELETE = "delete from reporter_contact where case_id = any(:ids)";
    private static final String SELECT_ERASED = "select case_id from erased_contact";

    record Row(String caseId, String name, String phone) {}

    record Erased(String caseId) {}

    private static final Rows<Row> ROWS =
            new Rows<>("reporter_contact", List.of("case_id"), Row.class, Rows.WhenThere.REPLACE);
    private static final Rows<Erased> ERASED =
            new Rows<>("erased_contact", List.of("case_id"), Erased.class, Rows.WhenThere.KEEP);

    private ContactTable() {}

    static Mono<Void> write(DatabaseClient db, Collection<Row> rows) {
        return ROWS.write(db, rows);
    }

    static Mono<Void> erase(DatabaseClient db, Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : db.sql(DELETE)
                        .bind("ids", ids.toArray(String[]::new))
                        .fetch()
                        .rowsUpdated()
                        .then(ERASED.write(db, ids.stream().map(Erased::new).toList()));
    }

    static Flux<String> listErased(DatabaseClient db) {
        return db.sql(SELECT_ERASED)
                .map((row, meta) -> String.valueOf(row.get(0, String.class)))
                .all();
    }
}
