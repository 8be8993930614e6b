package io.gridwhistle.intake.contact;

import io.gridwhistle.log.view.Rows;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

final class ContactTable {
    private static final String DELETE = "delete from reporter_contact where case_id = any(:ids)";

    record Row(String caseId, String name, String phone) {}

    private static final Rows<Row> ROWS =
            new Rows<>("reporter_contact", List.of("case_id"), Row.class, Rows.WhenThere.REPLACE);

    private ContactTable() {}

    static Mono<Void> write(DatabaseClient db, Collection<Row> rows) {
        return ROWS.write(db, rows);
    }

    static Mono<Void> delete(DatabaseClient db, Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : db.sql(DELETE)
                        .bind("ids", ids.toArray(String[]::new))
                        .fetch()
                        .rowsUpdated()
                        .then();
    }
}
