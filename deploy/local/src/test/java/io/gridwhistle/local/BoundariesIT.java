package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The boundaries of the whole city change while cases are open: two posts change places. */
class BoundariesIT {
    private static final String ACTIVATION = "/api/v1/grid-sets/%s/activation";

    @TempDir
    static Path state;

    private static TestCity city;

    @BeforeAll
    static void start() {
        city = new TestCity(state, TestCity.demoFolder(state), 1).start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void boundariesChangeFromAMomentOnWithoutARestart() {
        String first = report("first", 113.64, 34.74);
        String second = report("second", 113.70, 34.78);
        String third = report("third", 113.62, 34.72);
        String postOfFirst = lead(first);
        String postOfSecond = lead(second);
        String postOfThird = lead(third);
        assertThat(List.of(postOfFirst, postOfSecond, postOfThird)).doesNotHaveDuplicates();
        String before = city.read("/api/v1/grid-sets").at("/gridSets/0/version").asString();
        String after = publishWithChanged(before, postOfFirst, postOfSecond);

        var moves = TestCity.await(
                () -> city.read("/api/v1/grid-sets/%s/moves".formatted(after)),
                page -> page.path("moves").size() == 2);
        assertThat(moves.path("lookedAt").asInt()).isEqualTo(3);
        var units = new HashMap<String, String>();
        moves.path("moves")
                .forEach(move -> units.put(
                        move.path("id").asString(),
                        move.at("/from/unit").asString() + " to "
                                + move.at("/to/unit").asString()));
        assertThat(units)
                .isEqualTo(Map.of(
                        first, postOfFirst + " to " + postOfSecond, second, postOfSecond + " to " + postOfFirst));

        Instant from = Instant.now().plusSeconds(15);
        var taken = city.operator.post(ACTIVATION.formatted(after), Map.of("from", from.toString(), "reroute", true));
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(202);
        assertThat(states()).containsExactly(before + " active", after + " scheduled");
        assertThat(resolve("")).isEqualTo(before + " " + postOfFirst);
        assertThat(resolve("&at=" + from)).isEqualTo(after + " " + postOfSecond);
        assertThat(resolve("&at=" + from.minusMillis(1))).isEqualTo(before + " " + postOfFirst);

        TestCity.await(() -> lead(first), postOfSecond::equals);
        TestCity.await(() -> lead(second), postOfFirst::equals);
        assertThat(Instant.now()).isAfter(from.minus(Duration.ofSeconds(1)));
        // Clocks are armed by another service, before or after the dispatch.
        var afterwards = List.of("reroute-decided", "case-dispatched");
        TestCity.await(
                () -> city.timeline(first).stream()
                        .filter(name -> !name.equals("clock-armed"))
                        .toList(),
                names -> Collections.indexOfSubList(names, afterwards) == names.size() - afterwards.size());
        assertThat(city.awaitOrder(first, "lead").path("cause").asString()).isEqualTo("boundaries-changed");
        assertThat(city.timeline(third)).doesNotContain("reroute-decided");
        assertThat(lead(third)).isEqualTo(postOfThird);
        // Litter at the same place would follow the first case instead of having an order of its own.
        assertThat(lead(report("fourth", 113.64, 34.74, "illegal-poster"))).isEqualTo(postOfSecond);

        assertThat(states()).containsExactly(after + " active", before + " superseded");
        assertThat(resolve("")).isEqualTo(after + " " + postOfSecond);
        assertThat(resolve("&at=" + from.minusMillis(1))).isEqualTo(before + " " + postOfFirst);
        assertThat(city.operator.get(resolvePath("&at=2020-01-01T00:00:00Z")).status())
                .isEqualTo(422);
        assertThat(city.read("/api/v1/grid-sets/%s/moves".formatted(after)).path("moves"))
                .isEmpty();

        Instant later = Instant.now().plus(Duration.ofHours(1));
        assertThat(city.operator
                        .post(ACTIVATION.formatted(before), Map.of("from", later.toString()))
                        .status())
                .isEqualTo(202);
        assertThat(states()).containsExactly(after + " active", before + " scheduled");
        assertThat(city.operator.delete(ACTIVATION.formatted(before)).status()).isEqualTo(204);
        assertThat(states()).containsExactly(after + " active", before + " superseded");
        assertThat(city.operator.delete(ACTIVATION.formatted(before)).status()).isEqualTo(409);
        assertThat(city.operator
                        .post(ACTIVATION.formatted(before), Map.of("from", "2025-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(422);
    }

    private static String report(String externalId, double lon, double lat) {
        return report(externalId, lon, lat, "litter");
    }

    private static String report(String externalId, double lon, double lat, String classCode) {
        var report = new HashMap<>(TestCity.complaint(externalId));
        report.put("classCode", classCode);
        report.put("location", Map.of("crs", "WGS84", "lon", lon, "lat", lat));
        return city.report(report);
    }

    private static String lead(String caseId) {
        return city.awaitOrder(caseId, "lead").path("unit").asString();
    }

    private static String publishWithChanged(String version, String one, String other) {
        JsonNode gridSet = city.read("/api/v1/grid-sets/" + version);
        gridSet.path("features").forEach(feature -> {
            var properties = (ObjectNode) feature.path("properties");
            String chief = properties.path("chief").asString("");
            if (chief.equals(one) || chief.equals(other)) {
                properties.put("chief", chief.equals(one) ? other : one);
            }
        });
        var draft = city.operator.post("/api/v1/grid-sets", gridSet);
        assertThat(draft.status()).as("%s", draft.body()).isEqualTo(201);
        return draft.body().path("version").asString();
    }

    private static List<String> states() {
        var states = new ArrayList<String>();
        city.read("/api/v1/grid-sets")
                .path("gridSets")
                .forEach(it -> states.add(
                        it.path("version").asString() + " " + it.path("state").asString()));
        return states;
    }

    /** Grid set and lead for the first case's place. */
    private static String resolve(String at) {
        var decision = city.read(resolvePath(at));
        return decision.path("gridSet").asString() + " "
                + decision.at("/candidates/0/addressee/unit").asString();
    }

    private static String resolvePath(String at) {
        return "/api/v1/resolve?class=litter&crs=WGS84&lon=113.64&lat=34.74" + at;
    }
}
