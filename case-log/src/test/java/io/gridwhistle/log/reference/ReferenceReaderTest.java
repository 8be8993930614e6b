package io.gridwhistle.log.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference topic as it comes in. */
class ReferenceReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE, 0);

    private final MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");
    private final ReferenceReader reader = new ReferenceReader(() -> topic);
    private final List<String> parsed = new ArrayList<>();
    private final Function<byte[], String> parser = bytes -> {
        String text = new String(bytes, StandardCharsets.UTF_8);
        parsed.add(text);
        return text;
    };
    private long offset;

    @BeforeEach
    void start() {
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        topic.updateEndOffsets(Map.of(PARTITION, 0L));
        reader.start();
    }

    @AfterEach
    void stop() {
        reader.stop();
    }

    @Test
    void whoNeedsAVersionThatIsNotHereYetWaitsForAllOfIt() throws Exception {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Reference reference = Reference.of(ReferenceKind.GRID_SET, large);
        List<ProducerRecord<String, byte[]>> chunks = ReferenceChunks.cut(reference);
        assertThat(chunks).hasSizeGreaterThan(1);

        var waiting = CompletableFuture.supplyAsync(() -> reader.await(ReferenceKind.GRID_SET, reference.version()));
        chunks.subList(1, chunks.size()).forEach(this::append);
        assertThat(waiting).isNotDone();
        append(chunks.getFirst());

        assertThat(waiting.get(10, TimeUnit.SECONDS).content()).isEqualTo(large);
    }

    @Test
    void aDamagedVersionIsNeverTaken() {
        Reference reference = units("a");
        ProducerRecord<String, byte[]> chunk = ReferenceChunks.cut(reference).getFirst();
        byte[] damaged = ReferenceChunks.cut(units("b")).getFirst().value();
        append(chunk.key(), damaged, chunk.headers());
        publish(units("c"));

        assertThat(find("c")).isPresent();
        assertThat(find("a")).isEmpty();
    }

    @Test
    void aVersionIsParsedOnceAndOnlyTheLastFewAreKeptParsed() {
        for (String text : List.of("a", "b", "c", "d")) {
            publish(units(text));
            parse(text);
            parse(text);
            activate(units(text));
        }
        assertThat(parsed).containsExactly("a", "b", "c", "d");

        List.of("b", "c", "d").forEach(this::parse);
        assertThat(parsed).as("kept").containsExactly("a", "b", "c", "d");
        parse("a");
        assertThat(parsed).as("parsed anew").containsExactly("a", "b", "c", "d", "a");
    }

    private void parse(String text) {
        reader.parsed(reader.await(ReferenceKind.UNITS, units(text).version()), parser);
    }

    private Optional<Reference> find(String text) {
        return reader.find(ReferenceKind.UNITS, units(text).version());
    }

    private static Reference units(String text) {
        return Reference.of(ReferenceKind.UNITS, text.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(Reference reference) {
        ReferenceChunks.cut(reference).forEach(this::append);
        reader.await(reference.kind(), reference.version());
    }

    private void activate(Reference reference) {
        var event =
                new ReferenceActivated(reference.kind(), reference.version(), reference.digest(), Actor.system("test"));
        append(new ProducerRecord<>(
                Topics.REFERENCE, reference.kind().code() + "/active", Json.MAPPER.writeValueAsBytes(event)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> reader.findActive(reference.kind())
                        .filter(active -> active.version().equals(reference.version()))
                        .isPresent());
    }

    private void append(ProducerRecord<String, byte[]> record) {
        append(record.key(), record.value(), record.headers());
    }

    private void append(String key, byte[] value, Headers headers) {
        topic.addRecord(new ConsumerRecord<>(
                Topics.REFERENCE,
                0,
                offset++,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                value.length,
                key,
                value,
                headers,
                Optional.empty()));
    }
}
