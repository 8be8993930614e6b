package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import io.gridwhistle.local.traffic.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 4,981 real reports through the HTTP door, against the city's own answer of who owns each. */
class LosAngelesIT {
    private static final Path FOLDER =
            Path.of("../cities/los-angeles").toAbsolutePath().normalize();
    private static final double DISTRICT = 0.995;
    private static final double COUNCIL = 0.98;

    private record Expected(String externalId, String district, String council) {
        static Expected of(String line) {
            String[] parts = line.split(",", -1);
            return new Expected(parts[0], parts[1], parts[2]);
        }
    }

    @Test
    void theCityAgreesWithItself(@TempDir Path state) throws IOException {
        List<Expected> expected = Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
                .skip(1)
                .map(Expected::of)
                .toList();
        try (var city = new TestCity(state, FOLDER, 1).start()) {
            var outcome = new Replay(city.plan.gateway(), state).post(FOLDER.resolve("cases.ndjson"));
            List<String> all = List.of(Integer.toString(outcome.accepted()));
            String registered = "select count(*)::text from intake.case_register where district is not null";
            String ordered = "select count(distinct case_id)::text from dispatch.order_book";
            TestCity.await(
                    () -> city.sql(registered).equals(all) && city.sql(ordered).equals(all), done -> done);

            Map<String, String> district =
                    pairs(city.sql("select external_id || ',' || district from intake.case_register"));
            Map<String, String> councils = pairs(city.sql("""
                    select r.external_id || ',' || string_agg(o.unit, ' ')
                    from intake.case_register r join dispatch.order_book o using (case_id)
                    where o.role = 'co-handler' group by r.external_id
                    """));
            long withPoint = expected.size() - missingLocation(state);
            long districtAgrees = expected.stream()
                    .filter(it -> it.district().equals(district.get(it.externalId())))
                    .count();
            // Where the city named no council, ours should name none either.
            long councilAgrees = expected.stream()
                    .filter(it -> district.containsKey(it.externalId()))
                    .filter(it -> List.of(
                                    councils.getOrDefault(it.externalId(), "").split(" "))
                            .contains(it.council()))
                    .count();
            System.out.printf(
                    "Los Angeles: %d requests, %d accepted, %d refused %s; of %d with coordinates the council district agrees for %d (%.2f %%), the neighborhood council for %d (%.2f %%)%n",
                    expected.size(),
                    outcome.accepted(),
                    outcome.refused(),
                    outcome.refusedByField(),
                    withPoint,
                    districtAgrees,
                    100.0 * districtAgrees / withPoint,
                    councilAgrees,
                    100.0 * councilAgrees / withPoint);

            assertThat(outcome.accepted() + outcome.refused()).isEqualTo(4_981);
            assertThat(outcome.refusedByField()).containsExactly(Map.entry("/location", 15));
            assertThat(refusals(state))
                    .allMatch(detail -> detail.contains("is missing")
                            || detail.contains("which is declared as outside of Los Angeles")
                            || detail.matches(".*the nearest, 'cd-\\d+', is \\d+ m away.*"));
            assertThat((double) districtAgrees / withPoint).isGreaterThanOrEqualTo(DISTRICT);
            assertThat((double) councilAgrees / withPoint).isGreaterThanOrEqualTo(COUNCIL);
        }
    }

    private static Map<String, String> pairs(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(",", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<String> refusals(Path state) throws IOException {
        return Files.readAllLines(state.resolve("answers.ndjson")).stream()
                .map(Json.MAPPER::readTree)
                .filter(answer -> !answer.has("id"))
                .map(answer -> answer.path("detail").asString())
                .toList();
    }

    private static long missingLocation(Path state) throws IOException {
        return refusals(state).stream()
                .filter(detail -> detail.contains("is missing"))
                .count();
    }
}
