package io.gridwhistle.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.local.folder.WrittenCity;
import io.gridwhistle.local.folder.WrittenCity.WrittenCell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DemoCityTest {

    private static final List<String> FILES = List.of(
            "city.json", "units.json", "responsibilities.json", "policies.json", "calendars.json", "grid-set.geojson");

    private static Path folder;
    private static WrittenCity city;

    @BeforeAll
    static void write(@TempDir Path temporary) {
        folder = temporary;
        DemoCity.writeTo(folder);
        city = new WrittenCity(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        district | l1 | l2  | l3  | micro
        410103   | 17 | 175 | 846 | 5657
        410105   |  6 |  24 |  72 |  216
        410104   |  6 |  24 |  72 |  216
        """, useHeadersInDisplayName = true)
    void everyDistrictHasItsLadder(String district, long l1, long l2, long l3, long micro) {
        Map<String, Long> counts = city.ordinaryCells()
                .filter(cell -> cell.text("district").filter(district::equals).isPresent())
                .collect(groupingBy(WrittenCell::level, counting()));
        assertThat(counts).isEqualTo(Map.of("district", 1L, "l1", l1, "l2", l2, "l3", l3, "micro", micro));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city.json",
                "units.json",
                "responsibilities.json",
                "policies.json",
                "calendars.json",
                "grid-set.geojson"
            })
    void twoRunsWriteTheSameBytes(String file, @TempDir Path again) {
        DemoCity.writeTo(again);
        assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }

    @Test
    void writesNothingElse() throws Exception {
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    @Test
    void chiefsAreUnitsDownToTheStreetsAndPostsBelow() {
        Set<String> units = Set.copyOf(city.codes("units.json"));
        assertThat(city.ordinaryCells()).allSatisfy(cell -> {
            switch (cell.level()) {
                case "city", "district", "l1" -> assertThat(units).contains(cell.chief());
                default -> assertThat(cell.chief()).isIn("", cell.code() + "-chief");
            }
        });
    }

    @Test
    void someOfThePostsAreVacant() {
        assertThat(vacantShare("micro")).isBetween(0.02, 0.04);
        assertThat(vacantShare("l3")).isBetween(0.001, 0.03);
        assertThat(vacantShare("l2")).isBetween(0.001, 0.03);
    }

    @Test
    void codesAreUniqueAndTopicSafe() {
        List<String> units = city.codes("units.json");
        assertThat(units).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9][a-z0-9-]{1,40}"));
        assertThat(WrittenCity.texts(city.read("city.json").get("classes"), "code"))
                .hasSize(31)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyClassHasAnOwnerInEveryDistrict() {
        Set<String> owned = new HashSet<>();
        for (JsonNode row : city.read("responsibilities.json")) {
            if (row.get("role").asString().equals("owner")) {
                owned.add(
                        row.get("class").asString() + "@" + row.get("territory").asString());
            }
        }
        for (String code : WrittenCity.texts(city.read("city.json").get("classes"), "code")) {
            assertThat(List.of("410103", "410105", "410104"))
                    .allMatch(district -> owned.contains(code + "@" + district) || owned.contains(code + "@*"));
        }
    }

    @Test
    void responsibilitiesNameKnownUnitsClassesAndCells() {
        List<String> units = city.codes("units.json");
        List<String> classes = WrittenCity.texts(city.read("city.json").get("classes"), "code");
        assertThat(city.read("responsibilities.json")).allSatisfy(row -> {
            assertThat(units).contains(row.get("unit").asString());
            assertThat(row.get("class").asString()).matches(code -> code.equals("*") || classes.contains(code));
            assertThat(row.get("territory").asString())
                    .matches(code -> code.equals("*")
                            || city.cells().anyMatch(cell -> cell.code().equals(code)));
        });
    }

    private static double vacantShare(String level) {
        return city.ordinaryCells()
                .filter(cell -> cell.level().equals(level))
                .mapToInt(cell -> cell.chief().isEmpty() ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
