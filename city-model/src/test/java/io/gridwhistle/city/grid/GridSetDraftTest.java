package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Units;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a set of two districts is told about a cell that is added to it. */
class GridSetDraftTest {
    private static final String MAP = """
            A A B B
            A M B B
            """;
    private static final String CELLS = """
            AMB city city     chief=city-centre
            AM  west district parent=city chief=west-centre
            B   east district parent=city chief=east-chief
            M   mall l3       parent=west chief=mall-head building=mall mode=override lead=mall-head
            M   f1   micro    parent=mall chief=f1-head   building=mall floors=1
            """;
    private static final City CITY = CityReferences.city(utf8("""
            {"code": "city", "name": "Drawn City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [{"code": "west", "name": "West"}, {"code": "east", "name": "East"}], "channels": [],
             "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "automatic"}]}
            """));
    private static final Units UNITS = CityReferences.units(utf8("""
            [{"code": "city-centre", "name": "", "district": "city", "kind": "city-centre"},
             {"code": "west-centre", "name": "", "district": "west", "kind": "district-centre"},
             {"code": "task-force", "name": "", "district": "city", "kind": "task-force"}]
            """));

    @Test
    void aSetThatIsRightIsToldNothing() {
        GridSetDraft draft = draft("");
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.check(CITY, UNITS)).isEmpty();
        assertThat(draft.listCells()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MB zone l1 parent=city mode=-                       | exclusive [zone] | has no mode
            MB zone l1 parent=city mode=override                | exclusive [zone] | has no lead
            MB zone l1 parent=city lead=task-force              | exclusive [zone] | has no mode
            MB zone l1 parent=city mode=override lead=a classes=-        | exclusive [zone] | has no classes
            MB zone l1 parent=city mode=override lead=a classes=*,litter | exclusive [zone] | '*' stands alone
            MB zone l1 parent=city mode=override lead=a priority=-       | exclusive [zone] | has no priority
            B  zone l1 parent=city mode=override lead=a district=west    | district [zone, west] | has no ground in district 'west', which it names; name the one that it lies in, or none
            M  f2 micro parent=mall building=arcade floors=2    | floor [f2]       | building 'arcade', which no cell is as a whole
            M  f2 micro parent=mall building=mall floors=2,1    | floor [f2]       | is floor '1' of building 'mall', which 'f1' is
            M  m2 l3    parent=mall building=mall               | parent [m2]      | is not below the level
            A  m2 l3    parent=city mode=co-own lead=task-force building=mall | floor [m2] | is building 'mall', which 'mall' is
            B  f2 micro parent=mall building=mall floors=2      | outside [f2, mall] | a floor in its building
            MB m2 l3    parent=west mode=co-own lead=task-force | outside [m2, west] | a cell lies in its parent
            M  f2 micro parent=east building=mall floors=2      | parent [f2]      | hangs from another cell than 'mall', which the building is
            M  f2 micro parent=west building=mall floors=2      | parent [f2]      | hangs from another cell than 'mall', which the building is
            B  b  l1    parent=city                             | parent [b]       | lies directly in the city; its parent is a district, or a cell below one
            A  shared west,east                                 | outside [east]   | shared ground that is not in 'east'; of what several own together, each has all
            AB shared east,west                                 | outside [west]   | shared ground that is not in 'west'
            A  shared west,west                                 | feature [west, west] | shared ground names 'west' twice
            M  shared west,city                                 | feature [west, city] | shared ground names 'west' and 'city', which lies above it
            M  shared west,mall                                 | feature [west, mall] | shared ground names 'mall', which is exclusive or a floor: it is of cells that own ground
            A  outside enclave                                  | overlap [west]   | ground of 'west' that is declared as outside; leave it out of the cell, or declare less
            """)
    void whatIsWrongByItselfIsFoundWhereItIs(String cell, String what, String detail) {
        assertThat(draft(cell).findings()).anySatisfy(finding -> {
            assertThat(finding.kind().code() + " " + finding.cells()).isEqualTo(what);
            assertThat(finding.detail()).contains(detail);
            assertThat(finding.pointer()).isEqualTo("/features/5");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            A  zone l1 parent=west mode=co-own lead=nobody                    | unit [zone]      | lead 'nobody' of 'zone' is neither
            A  zone l1 parent=west mode=co-own lead=task-force classes=noise  | exclusive [zone] | the class 'noise', which is none
            A  a    l1 parent=west district=north                             | district [a]     | 'north', which Drawn City does not have
            """)
    void whatStandsElsewhereIsAskedForThere(String cell, String what, String detail) {
        assertThat(draft(cell).check(CITY, UNITS)).singleElement().satisfies(finding -> {
            assertThat(finding.kind().code() + " " + finding.cells()).isEqualTo(what);
            assertThat(finding.detail()).contains(detail);
        });
    }

    /** East is the city's, whoever left it out of the boundaries. */
    @Test
    void everyDistrictOfTheCityHasItsGround() {
        var withoutEast = DrawnCity.of("A M", """
                AM city city     chief=city-centre
                AM west district parent=city
                """);
        GridSetDraft draft = GridSetDraft.read(withoutEast.geoJson());
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.check(CITY, UNITS)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(GridSetFinding.Kind.DISTRICT);
            assertThat(finding.pointer()).isEqualTo("/features");
            assertThat(finding.detail())
                    .isEqualTo("district 'east' of Drawn City has no cell of level 'district'; add it, or name it in"
                            + " 'withoutDistricts' where it is about to go");
        });
        assertThat(withoutEast.gridSet().check(CITY, UNITS))
                .as("a city names a district before it draws it")
                .isEmpty();
    }

    @Test
    void aDistrictThatIsToGoMayHaveNoGround() {
        String withoutEast = text(DrawnCity.of("A M", """
                AM city city     chief=city-centre
                AM west district parent=city
                """).geoJson());
        assertThat(GridSetDraft.read(with("\"withoutDistricts\": [\"east\", \"north\"]", withoutEast))
                        .check(CITY, UNITS))
                .isEmpty();
        assertThat(GridSetDraft.read(with("\"withoutDistricts\": [\"east\", 7]", withoutEast))
                        .findings())
                .extracting(GridSetFinding::pointer, GridSetFinding::detail)
                .containsExactly(tuple("/withoutDistricts", "is an array of codes of districts"));
        assertThat(GridSetDraft.read(with("\"withoutDistricts\": [\"west\"]", text(draftJson(""))))
                        .check(CITY, UNITS))
                .extracting(GridSetFinding::detail)
                .containsExactly("district 'west' has a cell, 'west', and stands in 'withoutDistricts'");
    }

    @Test
    void aDistrictIsOneCell() {
        byte[] twice = DrawnCity.of(MAP, CELLS.replace("parent=city chief=east-chief", "parent=city district=west"))
                .geoJson();
        assertThat(GridSetDraft.read(twice).check(CITY, UNITS))
                .extracting(GridSetFinding::pointer, GridSetFinding::detail)
                .contains(tuple("/features/2", "cell 'east' is district 'west', which 'west' is"));
    }

    /** Which may be the missing one. */
    @Test
    void noDistrictIsMissedWhereACellCannotBeRead() {
        byte[] unread =
                utf8(text(draftJson("")).replace("\"parent\":\"city\",\"chief\":\"east-chief\"", "\"parent\":7"));
        GridSetDraft draft = GridSetDraft.read(unread);
        assertThat(draft.findings()).isNotEmpty();
        assertThat(draft.check(CITY, UNITS)).isEmpty();
    }

    @Test
    void aPostIsReachedAtADeskAboveIt() {
        Units without = new Units(UNITS.listAll().stream()
                .filter(unit -> !unit.code().value().equals("city-centre"))
                .toList());
        assertThat(draft("B b l1 parent=east chief=b-chief leader=b-leader").check(CITY, UNITS))
                .isEmpty();
        assertThat(draft("B b l1 parent=east chief=b-chief leader=b-leader").check(CITY, without))
                .extracting(finding -> finding.cells() + " "
                        + finding.detail().substring(0, finding.detail().indexOf(" of")))
                .containsExactlyInAnyOrder(
                        "[city] chief 'city-centre'",
                        "[east] chief 'east-chief'",
                        "[b] chief 'b-chief'",
                        "[b] leader 'b-leader'");
    }

    @Test
    void aDistrictIsThatOfTheNextOneAboveThatNamesOne() {
        assertThat(draft("AM a l1 parent=west\nAM a2 l2 parent=a district=east").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind().code() + " " + finding.cells()).isEqualTo("parent [a2]");
                    assertThat(finding.detail()).contains("names another district than 'west'");
                });
    }

    /** Erqi's zone with a shop of Jinshui's. */
    @Test
    void anExclusiveGridIsInTheDistrictThatItNames() {
        assertThat(draft("""
                        MB zone l1 parent=city mode=override lead=task-force district=west
                        """).findings()).isEmpty();
        assertThat(draft("""
                        MB zone l1 parent=city mode=override lead=task-force
                        M  shop l2 parent=zone district=east
                        B  yard l2 parent=zone district=east
                        """).findings())
                .extracting(it -> it.kind() + " " + it.pointer() + " " + it.cells())
                .containsExactly("DISTRICT /features/6 [shop, east]");
    }

    @Test
    void nothingLiesBelowAFloor() {
        assertThat(GridSetDraft.read(DrawnCity.of("AM", """
                        AM city city
                        AM west district parent=city
                        M  mall l1       parent=west building=mall mode=co-own lead=mall-head
                        M  f1   l2       parent=mall building=mall floors=1
                        M  shop l3       parent=f1
                        """).geoJson()).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind().code() + " " + finding.cells()).isEqualTo("parent [shop]");
                    assertThat(finding.detail()).contains("lies below a floor, 'f1'");
                });
    }

    /** Each would be somebody's, were it the only one. */
    @Test
    void groundThatIsDeclaredRoundInACircleIsStillSomebodys() {
        var city = DrawnCity.of("AXB", """
                AXB city city
                AX  west district parent=city
                XB  east district parent=city
                X   shared west,east
                X   shared east,west
                """);
        assertThat(GridSetDraft.read(city.geoJson()).findings()).isEmpty();
        assertThat(city.gridSet().findOwner(city.in('X'))).map(Cell::code).hasToString("Optional[west]");
    }

    /** West leads here, says one; a cell of east's does, says another. */
    @Test
    void whatIsDeclaredOnTwoLevelsIsACellsOnTheLowestToo() {
        String cells = """
                AXB city city
                AX  west district parent=city
                XB  east district parent=city
                AX  one  l1       parent=west
                XB  two  l1       parent=east
                """;
        String districts = "X shared west,east\n";
        String below = "X shared two,one\n";
        for (String declared : List.of(districts + below, below + districts)) {
            var city = DrawnCity.of("AXB", cells + declared);
            assertThat(GridSetDraft.read(city.geoJson()).findings()).isEmpty();
            assertThat(city.gridSet().locate(city.in('X')).path())
                    .as(declared)
                    .extracting(it -> it.code().value())
                    .isEqualTo(
                            declared.startsWith(below)
                                    ? List.of("city", "east", "two")
                                    : List.of("city", "west", "one"));
        }
    }

    /** Strips that slant lie in each other's boxes; of too many of them nothing is proven. */
    @Test
    void whoseBoxesLieAcrossEachOtherIsGivenUpAtLast() {
        int strips = 1_000;
        var features = new StringBuilder();
        for (int i = 0; i < strips; i++) {
            double low = i / 1_000.0;
            double high = low + 1 / 1_000.0;
            String properties = "\"code\":\"s%d\",\"level\":\"l1\",\"parent\":\"west\"".formatted(i);
            features.append(",")
                    .append(feature(
                            properties,
                            "[0,%s],[1,%s],[1,%s],[0,%s],[0,%s]".formatted(low, low + 1, high + 1, high, low)));
        }
        String around = "[0,0],[1,1],[1,1.9],[0,0.8],[0,0]";
        GridSetDraft draft = GridSetDraft.read(utf8("{\"type\":\"FeatureCollection\",\"features\":["
                + feature("\"code\":\"city\",\"level\":\"city\"", around) + ","
                + feature("\"code\":\"west\",\"level\":\"district\",\"parent\":\"city\",\"district\":\"west\"", around)
                + features + "]}"));
        assertThat(draft.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(GridSetFinding.Kind.DOCUMENT);
            assertThat(finding.detail()).contains("too many cells lie in each other's boxes");
        });
    }

    /** A street whose houses are holes in it: each lies in its box, and none in another's. */
    @Test
    void aStreetWithManyHousesIsProvenAndReadAtOnce() {
        int houses = 600;
        var holes = new StringBuilder();
        var cells = new StringBuilder();
        for (int i = 0; i < houses; i++) {
            double west = (i * 4 + 1) / 65_536.0;
            double east = (i * 4 + 3) / 65_536.0;
            holes.append(",[[%s,0.25],[%s,0.5],[%s,0.5],[%s,0.25],[%s,0.25]]".formatted(west, west, east, east, west));
            // The first one's southern side has a vertex that the street's has not, so that borders do not cancel.
            String vertex = i == 0 ? "[%s,0.25],".formatted((west + east) / 2) : "";
            String ring =
                    "[%s,0.25],%s[%s,0.25],[%s,0.5],[%s,0.5],[%s,0.25]".formatted(west, vertex, east, east, west, west);
            cells.append(",")
                    .append(
                            i % 2 == 0
                                    ? feature(
                                            "\"code\":\"house%d\",\"level\":\"l1\",\"parent\":\"west\"".formatted(i),
                                            ring)
                                    : feature("\"declares\":\"outside\"", ring));
        }
        String around = "[0,0],[1,0],[1,1],[0,1],[0,0]";
        byte[] document = utf8("{\"type\":\"FeatureCollection\",\"features\":["
                + feature("\"code\":\"city\",\"level\":\"city\"", around) + ","
                + feature("\"code\":\"west\",\"level\":\"district\",\"parent\":\"city\",\"district\":\"west\"", around)
                + ","
                + feature("\"code\":\"street\",\"level\":\"l1\",\"parent\":\"west\"", around)
                        .replace("[" + around + "]", "[" + around + "]" + holes)
                + cells + "]}");
        assertThat(GridSetDraft.read(document).findings()).isEmpty();
        assertThat(GridSet.read(document).listCells()).hasSize(3 + houses / 2);
    }

    private static String feature(String properties, String ring) {
        return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
                .formatted(properties, ring);
    }

    /** What cannot be known before the cell can be read is not said: that its parent has a gap. */
    @Test
    void aCellThatCannotBeReadIsNoGap() {
        byte[] broken =
                utf8(new String(draftJson("A a l1 parent=west"), StandardCharsets.UTF_8).replace("\"l1\"", "\"l9\""));
        assertThat(GridSetDraft.read(broken).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(GridSetFinding.Kind.FEATURE);
            assertThat(finding.cells()).hasToString("[a]");
            assertThat(finding.detail()).isEqualTo("'level': is one of city, district, l1, l2, l3, micro");
        });
    }

    /** A member that takes as much memory as there is would take it from everybody. */
    @Test
    void aFeatureIsNoLargerThanAnyCellNeeds() {
        assertThat(GridSetDraft.read(withFeatureOf(GridSetReader.MOST_BYTES_OF_ONE))
                        .findings())
                .isEmpty();
        assertThat(GridSetDraft.read(withFeatureOf(GridSetReader.MOST_BYTES_OF_ONE * 2))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(GridSetFinding.Kind.DOCUMENT);
                    assertThat(finding.pointer()).isEqualTo("/features/4");
                    assertThat(finding.detail()).isEqualTo("is larger than 8388608 bytes");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"crs", "repairs"})
    void soIsWhateverElseIsReadAsAWhole(String member) {
        byte[] large = utf8("{\"%s\": [%s0], \"type\": \"FeatureCollection\", \"features\": []}"
                .formatted(member, "0,".repeat(GridSetReader.MOST_BYTES_OF_ONE)));
        assertThat(GridSetDraft.read(large).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/" + member);
            assertThat(finding.detail()).isEqualTo("is larger than 8388608 bytes");
        });
    }

    /** What was published before there was a limit is in force, and cases are routed by it. */
    @Test
    void whatIsPublishedIsReadHoweverLargeItsFeaturesAre() {
        assertThat(GridSet.read(withFeatureOf(GridSetReader.MOST_BYTES_OF_ONE * 2))
                        .listCells())
                .hasSize(5);
    }

    /** The last one, of so many bytes. */
    private static byte[] withFeatureOf(int bytes) {
        String document = new String(draftJson(""), StandardCharsets.UTF_8);
        int start = document.lastIndexOf("{\"type\":\"Feature\"");
        int end = document.lastIndexOf("]}");
        return utf8(
                document.substring(0, start) + "{" + " ".repeat(bytes - (end - start)) + document.substring(start + 1));
    }

    private static GridSetDraft draft(String cell) {
        return GridSetDraft.read(draftJson(cell));
    }

    private static byte[] draftJson(String cell) {
        return DrawnCity.of(MAP, CELLS + cell).geoJson();
    }

    private static byte[] with(String member, String document) {
        return utf8(document.replaceFirst("\\{", "{" + member + ","));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
