package io.gridwhistle.intake.contact;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Which making of the schema this is: a dropped and rebuilt one has another id, so contacts are read anew. */
@Component
final class ContactGeneration {
    private static final String SELECT = "select id::text from schema_generation";

    private final DatabaseClient db;

    ContactGeneration(DatabaseClient db) {
        this.db = db;
    }

    String id() {
        String id = db.sql(SELECT)
                .map((row, meta) -> row.get(0, String.class))
                .one()
                .block(Duration.ofSeconds(30));
        if (id == null) {
            throw new IllegalStateException("schema_generation is empty");
        }
        return id;
    }
}
