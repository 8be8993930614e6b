package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.kafka.EventCodec;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Several reports of the same thing, in the whole city on a real broker and a real database. */
class RelatedReportsIT {
    /** Degrees of latitude. */
    private static final double METRE = 1 / 111_195.0;

    private static final int SPOTS = 100;
    private static final int REPORTS = 2_000;

    @TempDir
    static Path state;

    private static TestCity city;
    private static CityApi hotline;

    @BeforeAll
    static void start() {
        city = new TestCity(state, TestCity.demoFolder(state), 1).start();
        hotline = new CityApi(city.plan.gateway(), DemoCredentials.HOTLINE);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void aBurstPipeThatThreeReportIsOneOrderAndThreeAnswers() {
        String first = report(city.platform, "pipe-1", 0);
        var order = city.awaitOrder(first, "lead");
        String second = report(hotline, "pipe-2", 20);
        String third = report(city.platform, "pipe-3", -30);
        awaitStatus(second, "following");
        awaitStatus(third, "following");

        assertThat(city.read("/api/v1/cases/" + second).path("follows").asString())
                .isEqualTo(first);
        assertThat(city.read("/api/v1/cases/" + first).path("followers").asInt())
                .isEqualTo(2);
        assertThat(ids(city.read("/api/v1/cases?follows=" + first).path("cases")))
                .containsExactlyInAnyOrder(second, third);
        TestCity.await(
                () -> openOrders(first) + openOrders(second) + openOrders(third), open -> open == openOrders(first));
        String desk = order.path("desk").asString();
        TestCity.await(() -> supplements(order), count -> count == 2);

        var unit = city.unit(desk);
        String orderPath = "/api/v1/orders/" + order.path("id").asString();
        accepted(unit.post(orderPath + "/acknowledgement", Map.of()));
        accepted(unit.post(orderPath + "/feedback", Map.of("result", "水管已修复")));
        city.awaitOrder(first, "verifier");
        accepted(city.operator.post(
                "/api/v1/cases/%s/verification".formatted(first), Map.of("passed", true, "note", "现场核查")));

        for (String each : List.of(first, second, third)) {
            awaitStatus(each, "closed");
        }
        var timeline =
                hotline.get("/api/v1/cases/%s/timeline".formatted(second)).body();
        var closed = timeline.path("events")
                .valueStream()
                .filter(event -> event.path("name").asString().equals("case-closed"))
                .toList();
        assertThat(closed).hasSize(1);
        assertThat(closed.getFirst().path("data").path("with").path("result").asString())
                .isEqualTo("水管已修复");
        assertThat(hotline.get("/api/v1/cases/" + first).status()).isEqualTo(404);
        accepted(hotline.post("/api/v1/cases/%s/satisfaction".formatted(second), Map.of("score", 5, "resolved", true)));
        accepted(city.platform.post("/api/v1/cases/%s/reopening".formatted(third), Map.of("reason", "还在漏水")));
        assertThat(city.awaitOrder(third, "lead").path("cause").asString()).isEqualTo("reopened");
        assertThat(status(first)).isEqualTo("closed");
    }

    @Test
    void whatADeskSplitsGoesItsOwnWayAndWhatItLinksFollows() {
        String first = report(city.platform, "split-1", 2_000);
        String second = report(city.platform, "split-2", 2_010);
        awaitStatus(second, "following");

        assertThat(city.platform
                        .post(path(second, "split"), Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        refused(city.operator.post(path(second, "split"), Map.of()), 422);
        refused(city.operator.post(path(first, "split"), Map.of("reason", "x")), 409);
        accepted(city.operator.post(path(second, "split"), Map.of("reason", "另一根水管")));
        assertThat(city.awaitOrder(second, "lead").path("cause").asString()).isEqualTo("unlinked");
        city.awaitTimeline(first, "follower-left");
        assertThat(city.read("/api/v1/cases/" + first).path("followers").isMissingNode())
                .isTrue();

        refused(city.operator.post(path(second, "link"), Map.of("first", second, "reason", "x")), 422);
        refused(city.operator.post(path(second, "link"), Map.of("first", "x", "reason", "x")), 422);
        accepted(city.operator.post(path(second, "link"), Map.of("first", first, "reason", "还是同一根")));
        awaitStatus(second, "following");
        city.awaitTimeline(first, "follower-joined");
        String third = report(city.platform, "split-3", 3_000);
        refused(city.operator.post(path(third, "link"), Map.of("first", second, "reason", "x")), 409);
        awaitJoined(first);
        refused(city.operator.post(path(first, "link"), Map.of("first", third, "reason", "x")), 409);

        accepted(city.operator.post(path(first, "withdrawal"), Map.of("reason", "撤回")));
        assertThat(city.awaitOrder(second, "lead").path("cause").asString()).isEqualTo("unlinked");
    }

    @Test
    void manyReportsAtOnceAreOneOrderAPlace() throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 0; i < REPORTS; i++) {
            var report = pipe("bulk-" + i, 0);
            report.put("classCode", "litter");
            report.put(
                    "location",
                    Map.of(
                            "crs",
                            "WGS84",
                            "lon",
                            113.64 + i / 10 % 10 * 0.004,
                            "lat",
                            34.7 + (i % 10 * 300 + i / SPOTS % 25) * METRE));
            lines.add(Json.MAPPER.writeValueAsString(report));
        }
        HttpRequest request = HttpRequest.newBuilder(city.plan.gateway().resolve("/api/v1/cases/batch"))
                .header("X-Api-Key", DemoCredentials.PLATFORM)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofLines()).body())
                    .hasSize(REPORTS)
                    .allMatch(answer -> answer.contains("\"status\":\"reported\""));
        }

        TestCity.await(
                () -> city.sql("select status || ' ' || count(*) from intake.case_register"
                        + " where external_id like 'bulk-%' group by status order by status"),
                List.of("dispatched " + SPOTS, "following " + (REPORTS - SPOTS))::equals);
        // Each view reads the log at its own pace.
        TestCity.await(
                () -> city.sql(
                        "select count(*)::text from dispatch.order_book o join intake.case_register r using (case_id)"
                                + " where r.external_id like 'bulk-%' and o.role = 'lead' and o.status = 'issued'"),
                List.of(Integer.toString(SPOTS))::equals);
    }

    private static String report(CityApi platform, String externalId, double metres) {
        var answer = platform.post("/api/v1/cases", pipe(externalId, metres));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        return answer.body().path("id").asString();
    }

    private static Map<String, Object> pipe(String externalId, double metres) {
        var report = new LinkedHashMap<>(TestCity.complaint(externalId));
        report.put("classCode", "water-pipe-burst");
        report.put("title", "水管爆裂");
        report.put("location", new HashMap<>(Map.of("crs", "WGS84", "lon", 113.64, "lat", 34.70 + metres * METRE)));
        return report;
    }

    private static String path(String id, String command) {
        return "/api/v1/cases/%s/%s".formatted(id, command);
    }

    private static String status(String id) {
        return city.read("/api/v1/cases/" + id).path("status").asString();
    }

    private static void awaitStatus(String id, String status) {
        TestCity.await(() -> status(id), status::equals);
    }

    private static void awaitJoined(String first) {
        TestCity.await(
                () -> city.sql(
                        "select followers::text from intake.case_register where case_id = '%s'".formatted(first)),
                List.of("1")::equals);
    }

    private static int openOrders(String id) {
        return city.read("/api/v1/orders?state=issued,acknowledged&case=" + id)
                .path("orders")
                .size();
    }

    /** How often the order's unit was told that something was added to it. */
    private static long supplements(JsonNode order) {
        String topic = "dispatch.%s.%s"
                .formatted(order.path("district").asString(), order.path("desk").asString());
        return city.readAll(topic).stream()
                .map(record -> EventCodec.decode(record.headers(), record.value(), OrderMessage.class)
                        .event())
                .filter(message -> message instanceof OrderSupplemented it
                        && it.orderId().value().equals(order.path("id").asString()))
                .count();
    }

    private static List<String> ids(JsonNode cases) {
        return cases.valueStream().map(each -> each.path("id").asString()).toList();
    }

    private static void accepted(CityApi.Answer answer) {
        refused(answer, 202);
    }

    private static void refused(CityApi.Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    }
}
