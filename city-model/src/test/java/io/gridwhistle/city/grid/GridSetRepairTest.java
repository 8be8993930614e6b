package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gridwhistle.events.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A street of a hundred metres, twenty deep, cut into cells {@code code west east [south north]}, or {@code code} and
 * corners {@code east,north}, in parts {@code a 0 10 + 20 30}; ground that is declared as {@code shared=a;b} or {@code outside} stands there as well.
 */
class GridSetRepairTest {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double WEST = 113.6;
    private static final double SOUTH = 34.7;

    /** Changes and findings with their square metres; what is less than two metres wide is to be mended. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a 0 40, b 40 100                         | none | none
            a 0 40, b 41 100                         | gap [west, a] 20 | none
            b 0 40, a 41 100                         | gap [west, a] 20 | none
            a 0 40 0 9, c 0 40 9 20, b 41 100        | gap [west, b] 20 | none
            a 0 41, b 40 100                         | overlap [a, b] 20 | none
            b 0 41, a 40 100                         | overlap [a, b] 20 | none
            a 0 40, b 40 101                         | outside [b, west] 20 | none
            a -1 40, b 40 99                         | outside [a, west] 20, gap [west, b] 20 | none
            a 0 40, b 43 100                         | none | gap [west] 60
            a 0 43, b 40 100                         | none | overlap [a, b] 60
            a 0 40, b 40 103                         | none | outside [b, west] 60
            a 0 40, b 41 70, c 75 100                | gap [west, a] 20 | gap [west] 100
            a 0 50, b 49 70, c 49.5 100              | overlap [a, b] 20, overlap [a, c] 10 | overlap [b, c] 400
            """)
    void whatIsNarrowGoesToOneSideAndWhatIsWideStaysAFinding(String cells, String repairs, String findings) {
        GridSetDraft draft = GridSetDraft.read(street(2, cells));
        assertThat(joined(draft.repairs().stream()
                        .map(it -> "%s %s %d".formatted(it.kind().code(), it.cells(), Math.round(it.squareMetres())))
                        .toList()))
                .isEqualTo(repairs);
        assertThat(joined(draft.findings().stream()
                        .map(it -> "%s %s %d".formatted(it.kind().code(), it.cells(), Math.round(it.squareMetres())))
                        .toList()))
                .isEqualTo(findings);
    }

    @Test
    void nothingIsMendedUnlessItIsAskedFor() {
        GridSetDraft draft = GridSetDraft.read(street(0, "a 0 40, b 41 100"));
        assertThat(draft.repairs()).isEmpty();
        assertThat(draft.findings()).hasSize(1);
    }

    @Test
    void eachChangeSaysWhereAndHowWide() {
        assertThat(GridSetDraft.read(street(2, "a 0 40, b 41 100")).repairs())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.metresWide()).isCloseTo(1, within(0.05));
                    assertThat(it.detail()).isEqualTo("given to 'a', with which it shares the longest border");
                    assertThat(it.where().getEnvelopeInternal().getMinX()).isCloseTo(lon(40), within(1e-8));
                });
    }

    /** A hole in the city's border becomes a district's, and that is told like every other change. */
    @Test
    void aNarrowHoleInTheCityIsFilledAndTold() {
        String around = "[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]"
                .formatted(lon(0), lat(0), lon(100), lat(0), lon(100), lat(20), lon(0), lat(20), lon(0), lat(0));
        String hole = "[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]"
                .formatted(lon(40), lat(5), lon(40), lat(15), lon(41), lat(15), lon(41), lat(5), lon(40), lat(5));
        String feature = "{'properties':{%s},'geometry':{'type':'Polygon','coordinates':[%s]}}";
        byte[] document = utf8("{'type':'FeatureCollection','repairUpToMetres':2,'features':[%s,%s]}"
                .formatted(
                        feature.formatted("'code':'city','level':'city'", around + "," + hole),
                        feature.formatted(
                                "'code':'west','level':'district','parent':'city','district':'west'", around)));
        GridSetDraft draft = GridSetDraft.read(document);
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.repairs()).singleElement().satisfies(it -> {
            assertThat(it.kind().code() + " " + it.cells()).isEqualTo("gap [city]");
            assertThat(it.squareMetres()).isCloseTo(10, within(0.1));
        });
        assertThat(GridSetDraft.readAsItIs(new ByteArrayInputStream(written(document)))
                        .findings())
                .isEmpty();
    }

    /** What is published is the repaired document; read again, there is nothing to repair, and what was done is kept. */
    @Test
    void theRepairedDocumentIsTheOriginalWithOtherGroundAndWhatWasDone() {
        byte[] original = street(2, "a 0 40, b 41 100");
        byte[] once = written(original);
        JsonNode repaired = Json.MAPPER.readTree(once);

        assertThat(repaired.path("name").asString()).isEqualTo("Street");
        assertThat(repaired.path("features").path(2).path("properties"))
                .isEqualTo(
                        Json.MAPPER.readTree(original).path("features").path(2).path("properties"));
        assertThat(repaired.path("features").path(3))
                .isEqualTo(Json.MAPPER.readTree(original).path("features").path(3));
        assertThat(repaired.path("repairs")
                        .path("features")
                        .path(0)
                        .path("properties")
                        .path("cells"))
                .hasToString("[\"west\",\"a\"]");
        assertThat(GridSetDraft.read(once).repairs()).isEmpty();
        assertThat(GridSetDraft.read(once).findings()).isEmpty();
        assertThat(Json.MAPPER.readTree(written(once))).isEqualTo(repaired);
    }

    /** Where the cells tile their parent too: it may have the sliver itself, or a neighbour beside it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            city 0 100 + 110 110.05, west 0 100 + 110 110.05, a 0 40, b 40 100 + 110 110.05 | sliver [west], sliver [city], outside [b, west]
            city 0 100 + 110 110.05, west 0 100 + 110 110.05                                | sliver [west], sliver [city]
            city 0 100, west 0 100, a 0 40 + 60 60.05, b 40 60 + 60.05 100                  | sliver [a], gap [west, b]
            city 0 100, west 0 100, zone 10 40 + 60 60.05                                   | sliver [zone]
            """)
    void aPartThatNobodyCanHaveMeantIsLeftOut(String cells, String repairs) {
        GridSetDraft draft = GridSetDraft.read(set(2, cells));
        assertThat(draft.findings()).isEmpty();
        assertThat(joined(draft.repairs().stream()
                        .map(it -> it.kind().code() + " " + it.cells())
                        .toList()))
                .isEqualTo(repairs);
    }

    /** An enclave is drawn wider than the ground that is left out for it, or narrower; what is drawn wide of it stays a finding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a 0 40, b 60 100, outside 39.9 60 | overlap [a]   | none
            a 0 40, b 60 100, outside 40 60.1 | overlap [b]   | none
            a 0 40, b 60 100, outside 40.1 60 | gap [west, a] | none
            a 0 40, b 40 100, outside 50 51   | overlap [b]   | none
            a 0 40, b 60 100, outside 30 60   | none          | overlap [a]
            """)
    void cellsKeepOutOfWhatIsDeclaredAsOutside(String cells, String repairs, String findings) {
        GridSetDraft draft = GridSetDraft.read(street(2, cells));
        assertThat(joined(draft.repairs().stream()
                        .map(it -> it.kind().code() + " " + it.cells())
                        .toList()))
                .isEqualTo(repairs);
        assertThat(joined(draft.findings().stream()
                        .map(it -> it.kind().code() + " " + it.cells())
                        .toList()))
                .isEqualTo(findings);
    }

    /** A and b are drawn some centimetres apart, but for a spot of thirty metres that both have. */
    @Test
    void neighboursThatShareGroundAreMendedBesideIt() {
        GridSetDraft draft = GridSetDraft.read(
                street(2, "a 0,0 40,0 40,5 70,5 70,15 40,15 40,20 0,20, b 40.3 100, shared=a;b 40.3 70 5 15"));
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.repairs())
                .extracting(it -> it.kind().code() + " " + it.cells())
                .containsExactly("gap [west, a]", "gap [west, a]");
    }

    /** Every vertex of every cell is moved by up to two metres for itself, at all levels but the city's. */
    @RepeatedTest(40)
    void whateverIsShakenFitsTogetherAgain(RepetitionInfo seed) {
        byte[] shaken = shake(
                street(10, "a 0 30 0 12, b 0 30 12 20, c 30 64, d 64 100 0 7, e 64 100 7 20"),
                new Random(seed.getCurrentRepetition()));
        assertThat(GridSetDraft.read(shaken).repairs()).isNotEmpty();
        assertThat(GridSetDraft.read(shaken).findings()).isEmpty();
        assertThat(GridSetDraft.read(written(shaken)).findings()).isEmpty();
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static byte[] written(byte[] geoJson) {
        var out = new ByteArrayOutputStream();
        GridSetDraft.read(geoJson).write(new ByteArrayInputStream(geoJson), out);
        return out.toByteArray();
    }

    private static byte[] street(double repair, String cells) {
        return set(repair, "city 0 100, west 0 100, " + cells);
    }

    private static byte[] set(double repair, String cells) {
        String features =
                Arrays.stream(cells.split(", ")).map(GridSetRepairTest::feature).collect(Collectors.joining(","));
        String asked = repair == 0 ? "" : "'repairUpToMetres':%s,".formatted(repair);
        return utf8("{'type':'FeatureCollection','name':'Street',%s'features':[%s]}".formatted(asked, features));
    }

    private static String feature(String cell) {
        String[] words = cell.split(" ");
        String properties = switch (words[0].replaceFirst("=.*", "")) {
            case "city" -> "'code':'city','level':'city'";
            case "west" -> "'code':'west','level':'district','parent':'city','district':'west'";
            case "zone" ->
                "'code':'zone','level':'l1','parent':'city','exclusive':{'mode':'co-own','classes':['*'],'priority':1,'lead':'x'}";
            case "outside" -> "'declares':'outside'";
            case "shared" ->
                "'declares':'shared','cells':['%s']"
                        .formatted(words[0].substring("shared=".length()).replace(";", "','"));
            default -> "'code':'%s','level':'l1','parent':'west','district':'west'".formatted(words[0]);
        };
        String parts = Arrays.stream(cell.substring(words[0].length() + 1).split(" \\+ "))
                .map(part -> "[[" + ring(List.of(part.split(" "))) + "]]")
                .collect(Collectors.joining(","));
        return "{'type':'Feature','properties':{%s},'geometry':{'type':'%s','coordinates':%s}}"
                .formatted(
                        properties,
                        cell.contains("+") ? "MultiPolygon" : "Polygon",
                        cell.contains("+") ? "[" + parts + "]" : parts);
    }

    private static String ring(List<String> words) {
        if (words.getFirst().contains(",")) {
            return Stream.concat(words.stream(), Stream.of(words.getFirst()))
                    .map(corner -> corner.split(","))
                    .map(it -> "[%s,%s]".formatted(lon(Double.parseDouble(it[0])), lat(Double.parseDouble(it[1]))))
                    .collect(Collectors.joining(","));
        }
        String west = words.get(0);
        String east = words.get(1);
        String south = words.size() > 2 ? words.get(2) : "0";
        String north = words.size() > 2 ? words.get(3) : "20";
        return ring(List.of(west + "," + south, east + "," + south, east + "," + north, west + "," + north));
    }

    private static byte[] shake(byte[] geoJson, Random random) {
        JsonNode set = Json.MAPPER.readTree(geoJson);
        for (JsonNode feature : set.path("features")) {
            if (!feature.path("properties").path("level").asString().equals("city")) {
                for (JsonNode ring : feature.path("geometry").path("coordinates")) {
                    shake((ArrayNode) ring, random);
                }
            }
        }
        return Json.MAPPER.writeValueAsBytes(set);
    }

    private static void shake(ArrayNode ring, Random random) {
        Map<JsonNode, double[]> moved = new HashMap<>();
        var positions = new ArrayList<double[]>();
        for (JsonNode position : ring) {
            positions.add(moved.computeIfAbsent(position, it -> new double[] {
                it.path(0).asDouble() + (random.nextDouble() - 0.5) * 4 / METRES_PER_DEGREE,
                it.path(1).asDouble() + (random.nextDouble() - 0.5) * 4 / METRES_PER_DEGREE
            }));
        }
        ring.removeAll();
        positions.forEach(position -> ring.add(Json.MAPPER.valueToTree(position)));
    }

    private static double lon(double metres) {
        return WEST + metres / METRES_PER_DEGREE / Math.cos(Math.toRadians(SOUTH));
    }

    private static double lat(double metres) {
        return SOUTH + metres / METRES_PER_DEGREE;
    }

    private static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
