package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What desks decide about a case's time, and about modes, over HTTP: as those who ask the board and the order book see it. */
class HandleClockIT {
    private static final double SPEED = 20;

    @TempDir
    static Path state;

    private static TestCity city;

    @BeforeAll
    static void start() {
        city = new TestCity(state, TestCity.demoFolder(state), SPEED).start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void aDeskSuspendsResumesAndExtendsOnceAndWhatIsMoreIsRefused() {
        String id = acknowledged("suspended");
        String suspension = "/api/v1/cases/%s/suspension".formatted(id);
        String resumption = "/api/v1/cases/%s/resumption".formatted(id);
        String extension = "/api/v1/cases/%s/extension".formatted(id);
        Instant deadline = deadline(handle(id, "running"));

        invalid(city.operator.post(suspension, approval("until", Instant.EPOCH)), "/until");
        invalid(city.operator.post(suspension, approval("until", inDays(30))), "/until");
        invalid(city.operator.post(suspension, Map.of("until", inDays(1).toString(), "reason", "等许可")), "/approver");
        conflict(city.operator.post(resumption, Map.of("reason", "许可已到")), "not-suspended");
        assertThat(city.platform.post(suspension, approval("until", inDays(1))).status())
                .isEqualTo(403);

        Instant until = inDays(1);
        var taken = city.operator.post(suspension, approval("until", until));
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(202);
        JsonNode still = handle(id, "suspended");
        assertThat(still.path("suspendedUntil").asString()).isEqualTo(until.toString());
        assertThat(still.path("deadline").isMissingNode()
                        || still.path("deadline").isNull())
                .isTrue();
        assertThat(city.operator.post(suspension, approval("until", until)).body())
                .as("the same words once more")
                .isEqualTo(taken.body());
        conflict(city.operator.post(suspension, approval("until", until.plusSeconds(1))), "already-suspended");
        conflict(city.operator.post(extension, approval("deadline", inDays(2))), "already-suspended");

        accepted(city.operator.post(resumption, Map.of("reason", "许可已到")));
        Instant resumed = deadline(handle(id, "running"));
        assertThat(resumed).isAfter(deadline);

        invalid(city.operator.post(extension, approval("deadline", resumed.minusSeconds(1))), "/deadline");
        Instant longer = resumed.plusSeconds(3_600);
        accepted(city.operator.post(extension, approval("deadline", longer)));
        TestCity.await(() -> deadline(handle(id, "running")), longer::equals);
        TestCity.await(() -> city.awaitOrder(id, "lead").at("/deadlines/handle").asString(), longer.toString()::equals);
        conflict(city.operator.post(extension, approval("deadline", longer.plusSeconds(60))), "not-allowed");
        assertThat(city.awaitTimeline(id, "case-extended"))
                .containsSubsequence(
                        "suspension-approved",
                        "case-suspended",
                        "clock-paused",
                        "case-resumed",
                        "clock-armed",
                        "extension-approved",
                        "case-extended")
                .doesNotContain("approval-refused");
    }

    /**
     * The twenty minutes of a consumer complaint, as its unit and the desk see them: one is answered seconds before they are
     * over, one not at all. What a single record makes of it, in the very millisecond, no caller can
     * drive: that is {@code TwentyMinutesIT}, of the same decider on the same broker.
     */
    @Test
    void aComplaintIsAnsweredWithinTwentyMinutesOrGoesUp() {
        String inTime = city.report(TestCity.complaint("answered-in-time"));
        String late = city.report(TestCity.complaint("answered-late"));
        JsonNode order = city.awaitOrder(inTime, "lead");
        JsonNode forgotten = city.awaitOrder(late, "lead");
        Instant deadline = deadline(clock(inTime, "acknowledge", "running"));
        assertThat(order.at("/deadlines/acknowledge").asString()).isEqualTo(deadline.toString());
        assertThat(Duration.between(Instant.parse(order.path("issuedAt").asString()), deadline))
                .isCloseTo(Duration.ofMinutes(20).dividedBy((long) SPEED), Duration.ofSeconds(5));

        TestCity.await(Instant::now, deadline.minus(Duration.ofSeconds(4))::isBefore);
        acknowledge(order);
        assertThat(clock(inTime, "acknowledge", "answered").path("breachedAt").asString(""))
                .isEmpty();

        assertThat(city.awaitTimeline(late, "case-escalated")).containsSubsequence("sla-breached", "case-escalated");
        JsonNode ranOut = clock(late, "acknowledge", "late", "breached");
        assertThat(ranOut.path("orderId")).isEqualTo(forgotten.path("id"));
        assertThat(Instant.parse(ranOut.path("breachedAt").asString())).isAfterOrEqualTo(deadline(ranOut));
        assertThat(city.timeline(inTime)).doesNotContain("sla-breached", "case-escalated");
    }

    private static void acknowledge(JsonNode order) {
        String path =
                "/api/v1/orders/%s/acknowledgement".formatted(order.path("id").asString());
        accepted(city.operator.post(path, Map.of()));
    }

    @Test
    void anEmergencyShortensWhatRunsAndGivesItBack() {
        String id = acknowledged("in-an-emergency");
        String district = city.read("/api/v1/cases/" + id).path("district").asString();
        String mode = "/api/v1/districts/%s/mode".formatted(district);
        Instant deadline = deadline(handle(id, "running"));

        assertThat(city.operator.put("/api/v1/districts/moon/mode", emergency()).status())
                .isEqualTo(404);
        invalid(city.operator.put(mode, Map.of("reason", "暴雨")), "/mode");
        invalid(
                city.operator.put(mode, Map.of("mode", "emergency", "until", "2025-01-01T00:00:00Z", "reason", "暴雨")),
                "/until");

        accepted(city.operator.put(mode, emergency()));
        TestCity.await(() -> deadline(handle(id, "running")), deadline::isAfter);
        assertThat(inForce()).containsExactly(district + " emergency");

        accepted(city.operator.put(mode, Map.of("mode", "ordinary", "reason", "雨停")));
        TestCity.await(() -> deadline(handle(id, "running")), deadline::equals);
        assertThat(inForce()).isEmpty();

        Instant from = inDays(1);
        var planned = Map.of(
                "place",
                district,
                "mode",
                "holiday",
                "from",
                from.toString(),
                "until",
                inDays(2).toString(),
                "name",
                "元旦");
        accepted(city.operator.put("/api/v1/modes/plan", List.of(planned)));
        TestCity.await(() -> city.read("/api/v1/modes").path("said").toString(), said -> said.contains("元旦"));
        invalid(city.operator.put("/api/v1/modes/plan", List.of(with(planned, "place", "moon"))), "/0/place");
    }

    /** A hazard that its unit has acknowledged. */
    private static String acknowledged(String externalId) {
        var report = new HashMap<>(TestCity.complaint(externalId));
        report.put("classCode", "safety-hazard");
        String id = city.report(report);
        String order = city.awaitOrder(id, "lead").path("id").asString();
        accepted(city.operator.post("/api/v1/orders/%s/acknowledgement".formatted(order), Map.of()));
        return id;
    }

    /** The handle clock, once it stands so. */
    private static JsonNode handle(String id, String as) {
        return clock(id, "handle", as);
    }

    private static JsonNode clock(String id, String kind, String... as) {
        return TestCity.await(
                () -> city.read("/api/v1/sla?kind=%s&state=%s&case=%s".formatted(kind, String.join(",", as), id))
                        .path("clocks")
                        .path(0),
                clock -> List.of(as).contains(clock.path("state").asString("")));
    }

    private static Instant deadline(JsonNode clock) {
        return Instant.parse(clock.path("deadline").asString());
    }

    private static List<String> inForce() {
        return city.read("/api/v1/modes")
                .path("inForce")
                .valueStream()
                .filter(it -> !it.path("mode").asString().equals("ordinary"))
                .map(it -> it.path("place").asString() + " " + it.path("mode").asString())
                .toList();
    }

    private static Map<String, Object> emergency() {
        return Map.of("mode", "emergency", "until", inDays(1).toString(), "reason", "暴雨红色预警");
    }

    private static Map<String, Object> approval(String what, Instant at) {
        return Map.of(what, at.toString(), "reason", "等待产权单位许可", "approver", "值班领导");
    }

    private static Map<String, Object> with(Map<String, ?> all, String name, Object value) {
        var next = new HashMap<String, Object>(all);
        next.put(name, value);
        return next;
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS);
    }

    private static void accepted(CityApi.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    }

    private static void conflict(CityApi.Answer answer, String type) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
        assertThat(answer.body().path("type").asString()).endsWith("/" + type);
    }

    private static void invalid(CityApi.Answer answer, String pointer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }
}
