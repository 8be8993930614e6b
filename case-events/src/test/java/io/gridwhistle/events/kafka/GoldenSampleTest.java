package io.gridwhistle.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written once can be read for ever, and today's writer writes what today's readers were promised. */
class GoldenSampleTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/io/gridwhistle/schemas");
    private static final SchemaRegistry VALIDATOR =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<EventEnvelope<Object>> samples() {
        return Samples.listEnvelopes();
    }

    @BeforeAll
    static void release_what_is_missing() throws IOException {
        if (Boolean.getBoolean("gridwhistle.regenerate")) {
            for (EventEnvelope<?> sample : samples()) {
                Golden golden = Golden.of(sample.event().getClass());
                if (Files.notExists(golden.payload())) {
                    golden.release(EventCodec.encode(Topics.CASE_LOG, null, sample));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writes_the_golden_sample(EventEnvelope<?> sample) throws IOException {
        Golden golden = Golden.of(sample.event().getClass());
        ProducerRecord<String, byte[]> record = EventCodec.encode(Topics.CASE_LOG, null, sample);

        assertThat(golden.payload())
                .as("a golden sample is never edited; see the README beside it")
                .hasBinaryContent(record.value());
        assertThat(golden.headers()).hasContent(Golden.print(record.headers()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_the_golden_sample(EventEnvelope<?> sample) throws IOException {
        Golden golden = Golden.of(sample.event().getClass());

        assertThat(EventCodec.decode(golden.readHeaders(), Files.readAllBytes(golden.payload()), Object.class))
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_golden_sample_keeps_to_its_schema(EventEnvelope<?> sample) throws IOException {
        Class<?> event = sample.event().getClass();
        String payload = Files.readString(Golden.of(event).payload());
        String schema = Files.readString(SCHEMAS.resolve(EventTypes.nameOf(event) + ".v1.json"));
        // Readers pass over what they do not know; this writer must not write what no schema mentions.
        String closed = schema.replace("\"properties\" :", "\"additionalProperties\" : false, \"properties\" :");

        assertThat(errors(schema, payload)).isEmpty();
        assertThat(errors(closed, payload)).isEmpty();
    }

    @Test
    void each_event_has_its_golden_sample_and_none_is_left_over() throws IOException {
        Stream<String> expected = EventTypes.listAll().stream()
                .map(Golden::of)
                .flatMap(golden -> Stream.of(golden.payload(), golden.headers()))
                .map(file -> file.getFileName().toString());
        try (Stream<Path> files = Files.list(Golden.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(expected, Stream.of("README.md")).toList());
        }
    }

    private static List<Error> errors(String schema, String payload) {
        return VALIDATOR
                .getSchema(schema)
                .validate(
                        payload,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
