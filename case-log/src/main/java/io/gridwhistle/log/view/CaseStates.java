package io.gridwhistle.log.view;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What a view remembers of each case in order to go on: table {@code case_state}. */
public final class CaseStates<S> {
    private static final String SELECT = "select case_id, state::text from case_state where case_id = any(:ids)";

    private record Row(String caseId, JsonNode state) {}

    private static final Rows<Row> ROWS =
            new Rows<>("case_state", List.of("case_id"), Row.class, Rows.WhenThere.REPLACE);

    private final DatabaseClient db;
    private final Class<S> type;

    public CaseStates(DatabaseClient db, Class<S> type) {
        this.db = db;
        this.type = type;
    }

    /** The states of these cases, by id, as far as there are any; the map may be written to. */
    public Mono<Map<CaseId, S>> load(Collection<CaseId> ids) {
        return db.sql(SELECT)
                .bind("ids", ids.stream().map(CaseId::value).toArray(String[]::new))
                .map((row, meta) -> Map.entry(
                        new CaseId(row.get(0, String.class)), Json.STATES.readValue(row.get(1, String.class), type)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, HashMap::new);
    }

    public Mono<Void> save(Map<CaseId, S> states) {
        return ROWS.write(
                db,
                states.entrySet().stream()
                        .map(entry -> new Row(entry.getKey().value(), Json.MAPPER.valueToTree(entry.getValue())))
                        .toList());
    }
}
