package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CellCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageCheckTest {
    /** Of the map, in square metres: a 64th of a degree by a 64th of a degree, at 34.74 degrees north. */
    private static final double SQUARE = 1737.4 * 1737.4 * Math.cos(Math.toRadians(34.742));

    @Test
    void cellsThatCoverTheirParentOnceAreFine() {
        assertThat(findings("AABB", """
                AB city  city
                AB west  district parent=city
                A  one   l1       parent=west
                B  two   l1       parent=west
                A  alone micro    parent=one
                """)).isEmpty();
    }

    @Test
    void groundThatTheCellsBelowLeaveOutIsAGap() {
        var found = findings("ABCB", """
                ABC city city
                ABC west district parent=city
                A   one  l1       parent=west
                C   two  l1       parent=west
                """);
        assertThat(found).extracting(CoverageCheckTest::words).containsExactly("gap [west]", "gap [west]");
        assertThat(found.getFirst().squareMetres()).isCloseTo(SQUARE, withinPercentage(0.1));
    }

    @Test
    void groundOfTwoCellsIsAnOverlap() {
        assertThat(findings("ABC", """
                ABC city city
                ABC west district parent=city
                AB  one  l1       parent=west
                BC  two  l1       parent=west
                """)).extracting(CoverageCheckTest::words).containsExactly("overlap [one, two]");
    }

    @Test
    void whatReachesOutOfItsParentIsFound() {
        assertThat(findings("AB", """
                AB city city
                A  west district parent=city
                B  east district parent=city
                AB one  l1       parent=west
                """)).extracting(CoverageCheckTest::words).containsExactly("outside [one, west]");
    }

    @Test
    void floorsLieAboveEachOtherWithinTheirBuilding() {
        assertThat(findings("MN", """
                MN city  city
                MN west  district parent=city
                M  mall  l3       parent=west building=mall
                N  rest  l3       parent=west
                M  f1    micro    parent=mall building=mall floors=1
                MN f2    micro    parent=mall building=mall floors=2
                """)).extracting(CoverageCheckTest::words).containsExactly("outside [f2, mall]");
    }

    @Test
    void exclusiveGridsLieAcrossWithoutBeingAnOverlap() {
        assertThat(findings("AB", """
                AB city city
                A  west district parent=city
                B  east district parent=city
                AB zone l1       parent=city mode=override lead=task-force
                """)).isEmpty();
    }

    /** A report can name them without a point. */
    @Test
    void anExclusiveGridIsInTheCityAtLeastInPartAndABuildingAllOfIt() {
        assertThat(findings("""
                ABX
                AEB
                AAA
                """, """
                AEB city city
                A   west district parent=city
                B   east district parent=city
                BX  zone l1       parent=city mode=override lead=task-force
                EB  ring l1       parent=city mode=override lead=task-force
                X   far  l1       parent=city mode=override lead=task-force
                E   hole l1       parent=city mode=override lead=task-force
                BX  mall l2       parent=zone building=mall
                B   shop l2       parent=zone building=shop
                EB  hall l2       parent=ring building=hall
                X   plot l2       parent=zone
                E   outside enclave
                """))
                .extracting(CoverageCheckTest::words)
                .containsExactlyInAnyOrder(
                        "outside [far, city]",
                        "outside [hole, city]",
                        "outside [mall, city]",
                        "outside [hall, city]",
                        "outside [plot, city]");
    }

    @Test
    void aHoleInACellThatNoneBesideItFillsIsItsOwn() {
        assertThat(findings("""
                AAAB
                ACAB
                AAAB
                """, """
                ACB city city
                ACB west district parent=city
                A   one  l1       parent=west
                B   two  l1       parent=west
                """)).extracting(CoverageCheckTest::words).containsExactly("gap [west, one]");
    }

    @Test
    void aHoleInTheCityIsNobodysUntilItIsDeclared() {
        String map = """
                AAA
                ABA
                AAA
                """;
        String cells = """
                A city city
                A west district parent=city
                """;
        assertThat(findings(map, cells)).extracting(CoverageCheckTest::words).containsExactly("gap [city]");
        assertThat(findings(map, cells + "B outside enclave")).isEmpty();
    }

    @Test
    void groundThatIsDeclaredAsSharedIsNoOverlap() {
        String cells = """
                ABC city city
                ABC west district parent=city
                AB  one  l1       parent=west
                BC  two  l1       parent=west
                """;
        assertThat(findings("ABC", cells + "B shared two,one")).isEmpty();
        assertThat(findings("ABC", cells + "A shared two,one"))
                .extracting(CoverageCheckTest::words)
                .containsExactly("overlap [one, two]", "outside [two]");
    }

    @Test
    void whereThreeDistrictsMeetIsListed() {
        var city = DrawnCity.of("""
                AB
                CC
                """, """
                ABC city city
                A   a    district parent=city
                B   b    district parent=city
                C   c    district parent=city
                """);
        assertThat(city.gridSet().listMeetingPoints()).singleElement().satisfies(it -> {
            assertThat(it.at()).isEqualTo(city.at(1, 1));
            assertThat(it.districts()).extracting(CellCode::value).containsExactly("a", "b", "c");
        });
    }

    /** Of two districts' corner on the slanted side of a third nothing is left but eight decimals. */
    @Test
    void whereACornerLiesOnAThirdsSlantedSideTheyMeetAsWell() {
        String district = """
                {"properties": {"code": "%s", "level": "district", "parent": "city", "district": "%s"},
                 "geometry": {"type": "Polygon", "coordinates": [[%s]]}},""";
        String meeting = "[113.01234567, 34.00516223]";
        String set = """
                {"type": "FeatureCollection", "features": [%s
                 {"properties": {"code": "city", "level": "city"}, "geometry": {"type": "Polygon", "coordinates":
                  [[[113, 34], [113.03, 34], [113.03, 34.02], [113, 34.02], [113, 34]]]}}]}
                """.formatted(district.formatted(
                        "north",
                        "north",
                        "[113, 34.0033331], [113.03, 34.0077779], [113.03, 34.02], [113, 34.02], [113, 34.0033331]")
                + district.formatted(
                        "west", "west", "[113, 34], [113.01234567, 34], " + meeting + ", [113, 34.0033331], [113, 34]")
                + district.formatted(
                        "east",
                        "east",
                        "[113.01234567, 34], [113.03, 34], [113.03, 34.0077779], " + meeting + ", [113.01234567, 34]"));
        byte[] bytes = set.getBytes(StandardCharsets.UTF_8);
        assertThat(GridSetDraft.read(bytes).findings()).isEmpty();
        assertThat(GridSet.read(bytes).listMeetingPoints()).singleElement().satisfies(it -> {
            assertThat(it.at()).isEqualTo(new Point(113.01234567, 34.00516223));
            assertThat(it.districts()).extracting(CellCode::value).containsExactly("east", "north", "west");
        });
    }

    private static String words(GridSetFinding finding) {
        return finding.kind().code() + " " + finding.cells();
    }

    private static List<GridSetFinding> findings(String map, String cells) {
        return GridSetDraft.read(DrawnCity.of(map, cells).geoJson()).findings();
    }
}
