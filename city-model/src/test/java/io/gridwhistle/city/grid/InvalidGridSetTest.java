package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidGridSetTest {
    private static final String SQUARE = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";
    private static final String CITY_AND_DISTRICT = cell("'code':'city','level':'city'", SQUARE) + ","
            + cell("'code':'d','level':'district','parent':'city','district':'d'", SQUARE);

    @Test
    void aCityAndADistrictAreEnough() {
        assertThat(GridSet.read(document(CITY_AND_DISTRICT)).listCells()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'code':'d','level':'district','parent':'city','district':'d'        | the code 'd' stands twice
            'code':'a','level':'micro'                                          | cell 'a' has no parent
            'code':'a','level':'micro','parent':'x'                             | has a parent that is not in the set: 'x'
            'code':'a','level':'district','parent':'d','district':'d'           | is not below the level of its parent 'd'
            'code':'a','level':'district','parent':'city'                       | the district cell 'a' names no district
            'code':'a','level':'micro','parent':'d','floors':['1F']             | has floors but names no building
            'code':'a b','level':'micro','parent':'d'                           | 'a b' does not match
            'level':'micro','parent':'d'                                        | properties with code and level
            'code':'a','parent':'d'                                             | properties with code and level
            """)
    void aCellThatDoesNotFitIsFoundAtItsPlace(String properties, String detail) {
        assertThat(findings(CITY_AND_DISTRICT + "," + cell(properties, SQUARE)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/features/2");
                    assertThat(finding.detail()).contains(detail);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[0,0],[1,0],[1,1],[0,1]]       | has a ring that is not closed
            [[0,0],[1,0],[0,0]]             | has a ring that is not closed
            [[0,0],[1,1],[1,0],[0,1],[0,0]] | Self-intersection
            [[0,0],["a",1],[1,0],[0,0]]     | has a position that is not [lon, lat]
            [[0,0],[1],[1,0],[0,0]]         | has a position that is not [lon, lat]
            """)
    void aBoundaryThatIsNoneIsFoundAtItsPlace(String ring, String detail) {
        assertThat(findings(CITY_AND_DISTRICT + "," + cell("'code':'a','level':'micro','parent':'d'", ring)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/features/2");
                    assertThat(finding.detail()).contains(detail);
                });
    }

    @Test
    void aCellHasAnArea() {
        String none = "{'properties':{'code':'a','level':'micro','parent':'d'}}";
        String line = "{'properties':{'code':'a','level':'micro','parent':'d'},"
                + "'geometry':{'type':'LineString','coordinates':[[0,0],[1,1]]}}";
        String empty = "{'properties':{'code':'a','level':'micro','parent':'d'},"
                + "'geometry':{'type':'Polygon','coordinates':[]}}";
        String nothing = "{'properties':{'code':'a','level':'micro','parent':'d'},"
                + "'geometry':{'type':'MultiPolygon','coordinates':[]}}";
        assertThat(findings(CITY_AND_DISTRICT + "," + nothing))
                .extracting(GridSetFinding::detail)
                .containsExactly("cell 'a' has no area");
        assertThat(findings(none)).extracting(GridSetFinding::detail).containsExactly("cell 'a' has no geometry");
        assertThat(findings(line))
                .extracting(GridSetFinding::detail)
                .containsExactly("cell 'a' is neither Polygon nor MultiPolygon");
        assertThat(findings(empty))
                .extracting(GridSetFinding::detail)
                .containsExactly("cell 'a' has a polygon without rings");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        String two = cell("'code':'a','level':'micro'", SQUARE) + ","
                + cell("'code':'b','level':'micro','parent':'x'", SQUARE);
        assertThat(findings(CITY_AND_DISTRICT + "," + two))
                .extracting(GridSetFinding::pointer)
                .containsExactly("/features/2", "/features/3");
    }

    @Test
    void aCityIsOneAndStandsOnTop() {
        assertThat(findings(CITY_AND_DISTRICT + "," + cell("'code':'a','level':'city','parent':'d'", SQUARE)))
                .extracting(GridSetFinding::detail)
                .containsExactly("a grid set has one cell of level 'city'", "the city 'a' has a parent");
    }

    @Test
    void aGridSetHasADistrict() {
        assertThat(findings(cell("'code':'city','level':'city'", SQUARE)))
                .extracting(GridSetFinding::pointer)
                .containsExactly("/features");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            no JSON                                              | ""    | not a grid set
            {'type':'Feature'}                                   | /type | FeatureCollection
            {'type':'FeatureCollection'}                         | /type | FeatureCollection
            {'type':'FeatureCollection','crs':'GCJ02','features':[]} | /crs  | WGS84, not in 'GCJ02'
            """)
    void aDocumentThatIsNoGridSetIsRefusedAsAWhole(String document, String pointer, String detail) {
        assertThat(findings(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo(pointer);
                    assertThat(finding.detail()).contains(detail);
                });
    }

    private static String cell(String properties, String ring) {
        return "{'type':'Feature','properties':{%s},'geometry':{'type':'Polygon','coordinates':[%s]}}"
                .formatted(properties, ring);
    }

    private static byte[] document(String features) {
        return "{'type':'FeatureCollection','crs':'WGS84','features':[%s]}"
                .formatted(features)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<GridSetFinding> findings(String features) {
        return findings(document(features));
    }

    private static List<GridSetFinding> findings(byte[] document) {
        return catchThrowableOfType(InvalidGridSetException.class, () -> GridSet.read(document))
                .findings();
    }
}
