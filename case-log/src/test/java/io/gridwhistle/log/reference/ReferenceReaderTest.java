package io.gridwhistle.log.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference topic as it comes in. */
class ReferenceReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE, 0);

    private final MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");
    private volatile Instant now = Instant.EPOCH;
    private final ReferenceReader reader = new ReferenceReader(() -> topic, () -> now);
    private final List<String> parsed = new CopyOnWriteArrayList<>();
    private final Function<byte[], String> parser = bytes -> {
        String text = new String(bytes, StandardCharsets.UTF_8);
        parsed.add(text);
        return text;
    };
    private long offset;
    private long appended;

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

    @Test
    void theVersionInForceAtAnyMomentIsKnown() {
        List.of("a", "b", "c").forEach(text -> publish(units(text)));
        appended = 1_000;
        activate(units("a"), null);
        appended = 2_000;
        activate(units("c"), at(5_000));
        appended = 3_000;
        activate(units("b"), null);

        assertThat(inForce(999)).isEmpty();
        assertThat(inForce(1_000)).contains("a");
        assertThat(inForce(2_999)).contains("a");
        assertThat(inForce(3_000)).contains("b");
        assertThat(inForce(4_999)).contains("b");
        assertThat(inForce(5_000)).contains("c");
        now = at(4_999);
        assertThat(active()).contains(units("b").version());
        now = at(5_000);
        assertThat(active()).contains(units("c").version());
    }

    @Test
    void whatWasTakenBackNeverComes() {
        List.of("a", "b").forEach(text -> publish(units(text)));
        activate(units("a"), null);
        EventId toCome = activate(units("b"), at(5_000));

        mark(ReferenceKind.UNITS, toCome, null);
        reader.awaitCancellation(ReferenceKind.UNITS, toCome);

        assertThat(inForce(5_000)).contains("a");
    }

    @Test
    void aClockThatIsBehindTheBrokersHidesNothingThatIsInForce() {
        publish(units("a"));
        appended = 7_000;
        now = at(6_000);
        activate(units("a"), null);
        assertThat(active()).contains(units("a").version());
    }

    @Test
    void whatIsExpectedIsParsedBeforeAnybodyAsks() {
        reader.expect(ReferenceKind.UNITS, parser);
        publish(units("a"));
        awaitParsed("a");
        parse("a");
        assertThat(parsed).containsExactly("a");
    }

    @Test
    void whatComesNextIsParsedBeforeItsMomentAndStaysParsed() {
        publish(units("first"));
        parse("first");
        activate(units("first"), null);
        publish(units("next"));
        activate(units("next"), at(60_000));
        awaitParsed("first", "next");

        for (String text : List.of("draft-1", "draft-2", "draft-3", "draft-4")) {
            publish(units(text));
            parse(text);
        }
        parse("first");
        parse("next");
        assertThat(parsed).doesNotHaveDuplicates().contains("first", "next");
    }

    private void awaitParsed(String... texts) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(List.copyOf(parsed)).contains(texts));
    }

    private Optional<String> inForce(long millis) {
        return reader.activations(ReferenceKind.UNITS)
                .findAt(at(millis))
                .flatMap(it -> reader.find(ReferenceKind.UNITS, it.version()))
                .map(it -> new String(it.content(), StandardCharsets.UTF_8));
    }

    private Optional<String> active() {
        return reader.findActive(ReferenceKind.UNITS).map(Reference::version);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
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
        activate(reference, null);
        assertThat(active()).contains(reference.version());
    }

    private EventId activate(Reference reference, @Nullable Instant from) {
        var event = new ReferenceActivated(
                reference.kind(), reference.version(), reference.digest(), from, false, Actor.system("test"));
        var id = new EventId("activation-" + offset);
        mark(reference.kind(), id, Json.MAPPER.writeValueAsBytes(event));
        reader.awaitActivation(reference.kind(), id);
        return id;
    }

    private void mark(ReferenceKind kind, EventId id, byte @Nullable [] value) {
        append("%s/active/%s".formatted(kind.code(), id), value, new RecordHeaders());
    }

    private void append(ProducerRecord<String, byte[]> record) {
        append(record.key(), record.value(), record.headers());
    }

    private void append(String key, byte @Nullable [] value, Headers headers) {
        topic.addRecord(new ConsumerRecord<>(
                Topics.REFERENCE,
                0,
                offset++,
                appended,
                TimestampType.LOG_APPEND_TIME,
                0,
                value == null ? 0 : value.length,
                key,
                value,
                headers,
                Optional.empty()));
    }
}
