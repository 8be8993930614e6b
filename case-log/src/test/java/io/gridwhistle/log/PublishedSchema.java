package io.gridwhistle.log;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gridwhistle.events.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas as partners have them, out of the jar; what is written must keep to them and hold nothing they do not name. */
public final class PublishedSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<Class<?>, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private PublishedSchema() {}

    public static List<Error> errors(Class<?> event, byte[] payload) {
        return SCHEMAS.computeIfAbsent(event, PublishedSchema::read)
                .validate(
                        new String(payload, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema read(Class<?> event) {
        String name = "/io/gridwhistle/schemas/%s.v1.json".formatted(EventTypes.nameOf(event));
        try (var in = Objects.requireNonNull(EventTypes.class.getResourceAsStream(name), name)) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return REGISTRY.getSchema(
                    schema.replace("\"properties\" :", "\"additionalProperties\" : false, \"properties\" :"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
