package io.gridwhistle.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.servers.TestGround;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two instances of a service that broadcast at the same time, on a real broker. */
class ControlLogIT {
    private static final int PARTITIONS = 4;
    private static final int EVENTS = 60;
    private static final List<TopicPartition> ALL = IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.CASE_LOG, partition))
            .toList();

    private final TestGround ground = TestGround.start();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", ground.bootstrapServers()));
    private final KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
            Map.of("bootstrap.servers", ground.bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    @BeforeEach
    void oneCaseLog() {
        new LogTopics(admin, settings("0")).ensureLog();
        reader.assign(ALL);
        reader.seekToBeginning(ALL);
    }

    @AfterEach
    void close() {
        reader.close();
        admin.close();
        ground.close();
    }

    @Test
    void allPartitionsHaveWhatTheySaidInOneOrder() {
        var confirmed = Flux.merge(broadcasts("0"), broadcasts("1"))
                .collectList()
                .blockOptional(Duration.ofMinutes(5))
                .orElseThrow();

        Map<Integer, List<String>> said = read();
        assertThat(said).hasSize(PARTITIONS);
        assertThat(new HashSet<>(said.values()))
                .as("orders that partitions disagree in")
                .hasSize(1);
        assertThat(said.get(0)).doesNotHaveDuplicates().containsAll(confirmed);
        assertThat(confirmed).hasSizeGreaterThan(EVENTS / 2);
    }

    /** The ids of those that are confirmed. */
    private Flux<String> broadcasts(String instance) {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(ground.bootstrapServers()));
        var log = new LogShell().controlLog(kafka, settings(instance));
        return Flux.range(0, EVENTS).concatMap(i -> {
            String id = "said.%s.%d".formatted(instance, i);
            return log.broadcast(event(id), List.of())
                    .thenReturn(id)
                    .onErrorResume(ProblemException.class, refused -> Mono.empty());
        });
    }

    private Map<Integer, List<String>> read() {
        Map<TopicPartition, Long> ends = reader.endOffsets(ALL);
        Map<Integer, List<String>> said = new TreeMap<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            reader.poll(Duration.ofMillis(200))
                    .forEach(record -> said.computeIfAbsent(record.partition(), it -> new ArrayList<>())
                            .add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)));
            return ends.entrySet().stream().allMatch(it -> reader.position(it.getKey()) >= it.getValue());
        });
        return said;
    }

    private static EventEnvelope<ModesPlanned> event(String id) {
        return new EventEnvelope<>(
                new EventId(id), null, "/test", Instant.EPOCH, null, new ModesPlanned(List.of(), Actor.system("test")));
    }

    private static LogSettings settings(String instance) {
        return new LogSettings(
                "test",
                instance,
                PARTITIONS,
                (short) 1,
                1,
                Duration.ofMillis(-1),
                1,
                Duration.ofMillis(50),
                "unused",
                Duration.ofSeconds(1));
    }
}
