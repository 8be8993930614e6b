package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of city folders: components in their order, absent ones left out, constants in lower-case-with-hyphens. */
final class FolderJson {

    private FolderJson() {}

    static JsonMapper mapper() {
        // The same bytes on every machine, whatever its line separator.
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .defaultPrettyPrinter(pretty)
                .addModule(new SimpleModule().addSerializer(new Constants()))
                .build();
    }

    @SuppressWarnings("rawtypes")
    private static final class Constants extends StdSerializer<Enum> {

        Constants() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum constant, JsonGenerator out, SerializationContext context) {
            out.writeString(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
