package io.gridwhistle.local.losangeles;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.city.grid.GridSetRepair;
import io.gridwhistle.local.folder.WrittenCity;
import io.gridwhistle.local.folder.WrittenCity.WrittenCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks the converted city as it stands in the repository. */
class LosAngelesFolderTest {

    private static final Path FOLDER = Path.of("../cities/los-angeles");
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static WrittenCity city;
    private static List<JsonNode> cases;
    private static List<String[]> expected;

    @BeforeAll
    static void read() throws IOException {
        city = new WrittenCity(FOLDER);
        JsonMapper json = new JsonMapper();
        cases = Files.readAllLines(FOLDER.resolve("cases.ndjson")).stream()
                .map(json::readTree)
                .toList();
        expected = Files.readAllLines(FOLDER.resolve("expected.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void holdsEveryDistrictCouncilAndRequest() {
        Map<String, Long> levels = city.cells().collect(groupingBy(WrittenCell::level, counting()));
        assertThat(levels).isEqualTo(Map.of("city", 1L, "district", 15L, "l1", 99L));
        assertThat(cases).hasSize(4_981);
        assertThat(cases.stream().map(each -> text(each, "externalId"))).doesNotHaveDuplicates();
        assertThat(cases.stream().filter(each -> each.has("location"))).hasSize(4_973);
    }

    /** As published: the city's lines are generalised, and whole enclaved cities lie between its districts. */
    @Test
    void theCheckOfThePublishedBoundariesNamesWhatOverlapsAndWhatIsLeftOut() {
        ObjectNode published = city.read("grid-set.geojson").asObject();
        published.remove("repairUpToMetres");
        published
                .withArray("features")
                .removeIf(feature -> feature.get("properties").has("declares"));
        var found =
                GridSetDraft.read(new JsonMapper().writeValueAsBytes(published)).findings();
        var overlaps = found.stream()
                .filter(it -> it.kind() == GridSetFinding.Kind.OVERLAP)
                .toList();
        System.out.printf(
                "Los Angeles: %s; overlaps %.0f m² in all, of %d pairs%n",
                found.stream().collect(groupingBy(GridSetFinding::kind, counting())),
                overlaps.stream().mapToDouble(GridSetFinding::squareMetres).sum(),
                overlaps.stream().map(GridSetFinding::cells).distinct().count());
        assertThat(overlaps.stream().map(GridSetFinding::cells).distinct()).hasSize(21);
        assertThat(overlaps.stream().mapToDouble(GridSetFinding::squareMetres).sum())
                .isBetween(25_000.0, 35_000.0);
        assertThat(found)
                .filteredOn(it -> it.detail().startsWith("a hole in 'los-angeles'"))
                .hasSize(103);
    }

    @Test
    void repairedAndWithItsEnclavesDeclaredItIsProven() throws IOException {
        GridSetDraft draft = GridSetDraft.read(Files.readAllBytes(FOLDER.resolve("grid-set.geojson")));
        System.out.printf(
                "Los Angeles: %d changes, %s%n",
                draft.repairs().size(),
                draft.repairs().stream()
                        .collect(groupingBy(GridSetRepair::kind, summingDouble(GridSetRepair::squareMetres))));
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.repairs())
                .hasSizeGreaterThan(21 + 92)
                .allSatisfy(it -> assertThat(it.metresWide()).isLessThan(12));
        List<String> names = new ArrayList<>();
        city.read("grid-set.geojson").get("features").forEach(feature -> {
            if (feature.get("properties").has("declares")) {
                names.add(feature.get("properties").path("name").asString("unnamed"));
            }
        });
        assertThat(names)
                .hasSize(11)
                .contains("Beverly Hills, West Hollywood", "San Fernando", "Marina del Rey", "Universal City");
    }

    @Test
    void everyShapeIsValid() {
        assertThat(city.cells())
                .allSatisfy(cell -> assertThat(cell.shape().isValid()).isTrue());
    }

    @Test
    void theCityCoversItsDistrictsAndLittleElse() {
        double overlapping = city.ordinaryCells()
                .filter(cell -> cell.level().equals("district"))
                .mapToDouble(cell -> cell.shape().getArea())
                .sum();
        double whole = city.cell("los-angeles").shape().getArea();
        assertThat(whole).isLessThanOrEqualTo(overlapping).isGreaterThan(overlapping * 0.9999);
    }

    @Test
    void chiefsLeadsAndOwnersAreRegisteredUnits() {
        List<String> units = city.codes("units.json");
        assertThat(units).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9][a-z0-9-]{1,40}"));
        assertThat(city.cells().map(WrittenCell::chief)).allMatch(units::contains);
        assertThat(WrittenCity.texts(city.read("responsibilities.json"), "unit"))
                .allMatch(units::contains);
    }

    @Test
    void casesNameKnownChannelsAndClassesWithOwnersAndPolicies() {
        JsonNode sheet = city.read("city.json");
        Set<String> channels = Set.copyOf(WrittenCity.texts(sheet.get("channels"), "code"));
        List<String> classes = WrittenCity.texts(sheet.get("classes"), "code");
        assertThat(cases).allSatisfy(each -> {
            assertThat(channels).contains(text(each, "channel"));
            assertThat(classes).contains(text(each, "classCode"));
            assertThat(OffsetDateTime.parse(text(each, "occurredAt")).getOffset())
                    .hasToString("-08:00");
        });
        assertThat(WrittenCity.texts(city.read("responsibilities.json"), "class"))
                .containsExactlyInAnyOrderElementsOf(classes);
        List<String> timed = new ArrayList<>(classes);
        timed.add("*");
        assertThat(WrittenCity.texts(city.read("policies.json"), "class")).containsExactlyInAnyOrderElementsOf(timed);
        assertThat(city.read("policies.json"))
                .allSatisfy(policy -> assertThat(policy.get("clocks"))
                        .filteredOn(clock -> !clock.has("kept"))
                        .isNotEmpty()
                        .allSatisfy(clock -> assertThat(
                                        Duration.parse(clock.get("time").asString()))
                                .isPositive()));
    }

    @Test
    void agreesWithTheCitysOwnAnswers() {
        int districts = 0;
        int councils = 0;
        for (int i = 0; i < cases.size(); i++) {
            JsonNode report = cases.get(i);
            assertThat(expected.get(i)[0]).isEqualTo(text(report, "externalId"));
            if (report.has("location")) {
                Point place = place(report.get("location"));
                districts += found("district", place).contains(expected.get(i)[1]) ? 1 : 0;
                councils += found("l1", place).contains(expected.get(i)[2]) ? 1 : 0;
            }
        }
        assertThat(districts).isGreaterThanOrEqualTo(4_953);
        assertThat(councils).isGreaterThanOrEqualTo(4_885);
    }

    private static List<String> found(String level, Point place) {
        Stream<WrittenCell> candidates = city.cells()
                .filter(cell -> cell.level().equals(level)
                        && cell.shape().getEnvelopeInternal().contains(place.getCoordinate()));
        return candidates
                .filter(cell -> cell.shape().intersects(place))
                .map(WrittenCell::code)
                .toList();
    }

    private static Point place(JsonNode location) {
        return GEOMETRIES.createPoint(new Coordinate(
                location.get("lon").asDouble(), location.get("lat").asDouble()));
    }

    private static String text(JsonNode node, String property) {
        return node.get(property).asString();
    }
}
