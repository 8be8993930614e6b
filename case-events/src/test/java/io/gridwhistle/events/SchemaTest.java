package io.gridwhistle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/io/gridwhistle/schemas");

    static List<Class<?>> events() {
        return EventTypes.listAll();
    }

    @BeforeAll
    static void regenerate_where_asked_to() throws IOException {
        if (Boolean.getBoolean("gridwhistle.regenerate")) {
            for (Class<?> event : events()) {
                Files.writeString(SCHEMAS.resolve(fileOf(event)), Schemas.print(event));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_schema_is_what_the_record_says(Class<?> event) {
        assertThat(SCHEMAS.resolve(fileOf(event)))
                .as("write the schemas anew with -Dgridwhistle.regenerate=true, and look at what changed for readers")
                .hasContent(Schemas.print(event));
    }

    @Test
    void no_schema_is_left_over() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            events().stream().map(SchemaTest::fileOf).toList());
        }
    }

    private static String fileOf(Class<?> event) {
        return EventTypes.nameOf(event) + ".v1.json";
    }
}
