package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An embedded city for tests, with what a test asks of it. */
final class TestCity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    final CityPlan plan;
    final CityApi platform;
    final CityApi operator;
    private final RunningCity running;

    TestCity(Path state, Path folder, double speed, boolean processes) {
        plan = new CityPlan(state, folder, CityPorts.free(), speed);
        platform = new CityApi(plan.gateway(), DemoCredentials.PLATFORM);
        operator = new CityApi(plan.gateway(), DemoCredentials.OPERATOR);
        running = new RunningCity(plan, processes);
    }

    TestCity start() {
        assertThat(running.start()).isTrue();
        return this;
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
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            T seen = look.call();
            while (!willDo.test(seen)) {
                assertThat(System.nanoTime()).as("still %s", seen).isLessThan(until);
                TimeUnit.MILLISECONDS.sleep(50);
                seen = look.call();
            }
            return seen;
        } catch (Exception e) {
            throw new AssertionError("nothing to see", e);
        }
    }

    /** Rows of a query as the administrator sees them, each as one line. */
    List<String> sql(String query) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=postgres"
                .formatted(plan.ports().postgres(), CityDatabase.NAME);
        try (var connection = DriverManager.getConnection(url);
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
    }
}
