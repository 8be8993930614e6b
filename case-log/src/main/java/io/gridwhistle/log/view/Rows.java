package io.gridwhistle.log.view;

import io.gridwhistle.events.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes many rows of one table in one statement.
 *
 * <p>A row is a record whose components are the table's columns in camel case; the rows travel as one JSON array, which
 * PostgreSQL unfolds by the table's own column types.
 */
public final class Rows<R extends Record> {
    private static final JsonMapper SNAKE = Json.MAPPER
            .rebuild()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final String upsert;

    /** @param whenThere what to do with a row that is there already */
    public Rows(String table, List<String> key, Class<R> row, WhenThere whenThere) {
        List<String> columns = Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                .map(Rows::snake)
                .toList();
        String list = String.join(", ", columns);
        String then = switch (whenThere) {
            case KEEP -> "nothing";
            case REPLACE ->
                "update set "
                        + columns.stream()
                                .filter(column -> !key.contains(column))
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", "));
        };
        upsert =
                "insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, :rows::jsonb) on conflict (%3$s) do %4$s"
                        .formatted(table, list, String.join(", ", key), then);
    }

    public enum WhenThere {
        KEEP,
        REPLACE
    }

    /** Writes the rows; each key may stand once. */
    public Mono<Void> write(DatabaseClient db, Collection<R> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : db.sql(upsert)
                        .bind("rows", SNAKE.writeValueAsString(rows))
                        .fetch()
                        .rowsUpdated()
                        .then();
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
