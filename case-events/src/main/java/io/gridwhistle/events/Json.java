package io.gridwhistle.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one way Gridwhistle writes JSON: no nulls, times as RFC 3339, fields it does not know are passed over. */
public final class Json {
    /** As {@link #MAPPER}, but a decision is always written anew. */
    static final JsonMapper PLAIN = builder(new JsonFactory()).build();

    public static final JsonMapper MAPPER = builder(new JsonFactory())
            .addModule(new SimpleModule().setSerializerModifier(new DecisionWriter.Modifier()))
            .build();

    /** As {@link #MAPPER}, but a record that is read has all that its null-marking says it has, and lists hold no nulls. */
    public static final JsonMapper READER = MAPPER.rebuild()
            .annotationIntrospector(AnnotationIntrospector.pair(
                    new RequiredComponents(), MAPPER.deserializationConfig().getAnnotationIntrospector()))
            .build();

    /**
     * As {@link #MAPPER}, for what is remembered of cases: order ids are names there, each of which comes once. A table of
     * the names met before, as a parser usually keeps it, would be copied with each of them.
     */
    public static final JsonMapper STATES = builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .addModule(new SimpleModule().setSerializerModifier(new DecisionWriter.Modifier()))
            .build();

    private Json() {}

    private static JsonMapper.Builder builder(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // A later minor version may add fields; a field that is missing must not silently become 0 or false.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // A word's place among others is nobody's word for it.
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // In the order a record lists them.
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .addModule(new SimpleModule().addDeserializer(String.class, new WritableText()));
    }

    /**
     * Refuses, where it comes in, a text that could not be written on: PostgreSQL holds no U+0000, UTF-8 no half of a
     * surrogate pair, and a view that met one would stand still.
     */
    private static final class WritableText extends StdScalarDeserializer<String> {
        WritableText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !isWritable(text)) {
                String why = "holds U+0000 or half of a surrogate pair, which no text may";
                throw DatabindException.from(parser, why, new IllegalArgumentException(why));
            }
            return text;
        }

        private static boolean isWritable(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (c == 0 || Character.isSurrogate(c)) {
                    return false;
                }
            }
            return true;
        }
    }
}
