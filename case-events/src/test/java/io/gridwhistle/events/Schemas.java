package io.gridwhistle.events;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.gridwhistle.events.id.IdShapes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of an event, read off its record; objects stay open, since v1 may add optional fields. */
final class Schemas {
    private static final JsonMapper PRINTER =
            Json.MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    static String print(Class<?> event) {
        ObjectNode body = GENERATOR.generateSchema(event);
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.set("$schema", body.remove("$schema"));
        schema.put("title", EventTypes.typeOf(event));
        schema.setAll(body);
        return PRINTER.writeValueAsString(schema) + "\n";
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.STANDARD_FORMATS, Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider(Schemas::findDefinition);
        config.forFields().withRequiredCheck(field -> !isNullable(field));
        return new SchemaGenerator(config.build());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What Jackson writes otherwise than as an object of the record's components. */
    private static @Nullable CustomDefinition findDefinition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (raw.isEnum() && Coded.class.isAssignableFrom(raw)) {
            ArrayNode codes = node.put("type", "string").putArray("enum");
            Arrays.stream(raw.getEnumConstants()).map(it -> ((Coded) it).code()).forEach(codes::add);
            return new CustomDefinition(node, true);
        }
        if (raw == Map.class) {
            List<ResolvedType> entry = type.typeParametersFor(Map.class);
            node.put("type", "object");
            node.set("propertyNames", context.createDefinitionReference(entry.get(0)));
            node.set("additionalProperties", context.createDefinitionReference(entry.get(1)));
            return new CustomDefinition(node, true);
        }
        return IdShapes.find(raw)
                .map(shape -> node.put("type", "string").put("pattern", "^" + shape + "$"))
                .map(id -> new CustomDefinition(id, true))
                .orElse(null);
    }
}
