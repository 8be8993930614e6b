package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.local.monitoring.Dashboard;
import io.gridwhistle.local.monitoring.Prometheus;
import io.gridwhistle.servers.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every panel of every dashboard shows something, as a real Prometheus has it of a city under traffic. */
class DashboardsIT {
    private static final double SPEED = 200;
    private static final int COMPLAINTS = 12;

    @TempDir
    private Path state;

    @Test
    void noQueryReturnsNothing() throws IOException, InterruptedException {
        Path program = Tool.require("prometheus");
        try (var city = new TestCity(state, TestCity.demoFolder(state), SPEED).start();
                var prometheus = Prometheus.scraping(
                        Files.createDirectory(state.resolve("prometheus")), program, targets(city))) {
            TestCity.await(() -> prometheus.query("sum(up == 1)"), found -> isNumber(found, 5));
            traffic(city);
            // What is counted is seen twice at least before a rate can be told of it.
            TestCity.await(
                    () -> prometheus.query("sum(increase(gridwhistle_sla_breaches_total[1m]))"),
                    found -> !found.isEmpty());

            List<String> empty = TestCity.await(() -> empty(prometheus), List::isEmpty);

            assertThat(empty).isEmpty();
            assertThat(prometheus.query(
                            "sum(max by (class) (gridwhistle_sla_breaches_total{clock=\"acknowledge\"})) >= 1"))
                    .as("orders that nobody answered are counted")
                    .isNotEmpty();
            assertThat(
                            prometheus.query(
                                    "count({__name__=~\"gridwhistle_.*\",case!=\"\"}) or count({__name__=~\"gridwhistle_.*\",grid!=\"\"})"))
                    .as("no case and no grid is a label")
                    .isEmpty();
        }
    }

    /** Half of the orders are answered, the others climb; somebody knocks without a key. */
    private static void traffic(TestCity city) {
        var left = new ArrayList<String>();
        for (int i = 0; i < COMPLAINTS; i++) {
            String id = city.report(TestCity.complaint("dashboard-" + i));
            if (i % 2 == 0) {
                var order = city.awaitOrder(id, "lead");
                city.unit(order.path("desk").asString())
                        .post(
                                "/api/v1/orders/%s/acknowledgement"
                                        .formatted(order.path("id").asString()),
                                Map.of());
            } else {
                left.add(id);
            }
        }
        left.forEach(id -> city.awaitTimeline(id, "case-escalated"));
        assertThat(new CityApi(city.plan.gateway(), "nobody")
                        .get("/api/v1/cases")
                        .status())
                .isEqualTo(401);
    }

    private static List<String> targets(TestCity city) {
        return Stream.of(Part.values())
                .filter(Part::isService)
                .map(part -> "127.0.0.1:" + city.plan.ports().of(part))
                .toList();
    }

    private static List<String> empty(Prometheus prometheus) throws IOException, InterruptedException {
        var empty = new ArrayList<String>();
        for (Dashboard dashboard : Dashboard.all()) {
            for (Dashboard.Panel panel : dashboard.panels()) {
                for (String query : panel.queries()) {
                    String promql = query.replace("$__rate_interval", "1m")
                            .replace("$__range", "1m")
                            .replace("$district", "410103");
                    if (prometheus.query(promql).isEmpty()) {
                        empty.add(panel + ": " + promql);
                    }
                }
            }
        }
        return empty;
    }

    private static boolean isNumber(List<JsonNode> found, int number) {
        return found.size() == 1
                && found.getFirst().path("value").path(1).asString("").equals(String.valueOf(number));
    }
}
