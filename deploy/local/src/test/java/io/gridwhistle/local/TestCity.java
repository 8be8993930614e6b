package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import io.gridwhistle.servers.TestGround;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An embedded city for tests, with what a test asks of it. */
final class TestCity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    final CityPlan plan;
    final CityApi platform;
    final CityApi operator;
    private final RunningCity running;
    private final @Nullable TestGround ground;

    /** On the ground that all tests stand on. */
    TestCity(Path state, Path folder, double speed) {
        this(state, folder, speed, TestGround.start());
    }

    private TestCity(Path state, Path folder, double speed, TestGround ground) {
        this(
                new CityPlan(
                        state,
                        folder,
                        CityPorts.free(),
                        speed,
                        new CityServers(
                                ground.bootstrapServers(),
                                ground.databaseAddress(),
                                ground.user(),
                                ground.password(),
                                false)),
                false,
                ground);
    }

    /** As {@code city --processes} starts it: broker and database are parts of it. */
    static TestCity ofProcesses(Path state, Path folder, double speed) {
        return new TestCity(new CityPlan(state, folder, CityPorts.free(), speed), true, null);
    }

    private TestCity(CityPlan plan, boolean processes, @Nullable TestGround ground) {
        this.plan = plan;
        this.ground = ground;
        platform = new CityApi(plan.gateway(), DemoCredentials.PLATFORM);
        operator = new CityApi(plan.gateway(), DemoCredentials.OPERATOR);
        running = new RunningCity(plan, processes);
    }

    TestCity start() {
        assertThat(running.start()).isTrue();
        return this;
    }

    TestGround ground() {
        return Objects.requireNonNull(ground);
    }

    RunningCity running() {
        return running;
    }

    CityApi unit(String code) {
        return new CityApi(plan.gateway(), DemoCredentials.ofUnit(code));
    }

    static Path demoFolder(Path state) {
        try {
            return DemoFolder.in(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A consumer complaint on the third floor of the mall. */
    static Map<String, Object> complaint(String externalId) {
        var report = new LinkedHashMap<String, Object>();
        report.put("externalId", externalId);
        report.put("channel", "resident-snapshot");
        report.put("classCode", "consumer-complaint");
        report.put("title", "拒绝退款");
        report.put("description", "A shop refuses a refund.");
        report.put(
                "location",
                Map.of("crs", "GCJ02", "lon", 113.6721, "lat", 34.7563, "building", "asia-mall", "floor", "3"));
        report.put("occurredAt", "2025-11-20T10:02:11+08:00");
        return report;
    }

    String report(Map<String, Object> report) {
        var answer = platform.post("/api/v1/cases", report);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        return answer.body().path("id").asString();
    }

    JsonNode read(String path) {
        var answer = operator.get(path);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    List<String> timeline(String id) {
        var names = new ArrayList<String>();
        read("/api/v1/cases/%s/timeline".formatted(id))
                .path("events")
                .forEach(event -> names.add(
                        event.path("effect").asString().equals("valid")
                                ? event.path("name").asString()
                                : event.path("name").asString() + " ("
                                        + event.path("effect").asString() + ")"));
        return names;
    }

    List<String> awaitTimeline(String id, String event) {
        return await(() -> timeline(id), names -> names.contains(event));
    }

    /** The open order of a case in a role. */
    JsonNode awaitOrder(String caseId, String role) {
        String path = "/api/v1/orders?case=%s&role=%s&state=issued,acknowledged".formatted(caseId, role);
        return await(() -> read(path).path("orders"), orders -> !orders.isEmpty())
                .get(0);
    }

    /** Looks again and again, for a bounded time, until what is seen will do. */
    static <T> T await(Callable<T> look, Predicate<T> willDo) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(LOOK_AGAIN)
                .pollDelay(Duration.ZERO)
                .until(look, willDo);
    }

    /** Rows of a query as the administrator sees them, each as one line. */
    List<String> sql(String query) {
        try (var connection = DriverManager.getConnection(plan.servers().jdbcUrl(CityDatabase.NAME));
                var statement = connection.createStatement()) {
            var lines = new ArrayList<String>();
            if (statement.execute(query)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    Set<String> topics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", plan.bootstrapServers()))) {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the topics cannot be listed", e);
        }
    }

    /** Partitions and their ends, each as {@code partition offset}. */
    List<String> ends(String topic) {
        try (var consumer = consumer()) {
            return consumer
                    .endOffsets(consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList())
                    .entrySet()
                    .stream()
                    .sorted(Comparator.comparing(end -> end.getKey().partition()))
                    .map(end -> end.getKey().partition() + " " + end.getValue())
                    .toList();
        }
    }

    /** What stands committed on these topics now. */
    List<ConsumerRecord<String, byte[]>> readAll(String... topics) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            var partitions = Arrays.stream(topics)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** Reads what is committed; not a member of any group. */
    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", plan.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static JsonNode json(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.close();
        if (ground != null) {
            ground.close();
        }
    }
}
