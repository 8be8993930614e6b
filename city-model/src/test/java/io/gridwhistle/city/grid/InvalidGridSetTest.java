package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            {'type':'FeatureCollection','crs':'GCJ02','features':[]} | /crs  | boundaries are published in WGS84 or CGCS2000, not in 'GCJ02'
            {'type':'FeatureCollection','crs':{'type':'name','properties':{'name':'EPSG:3857'}},'features':[]} | /crs | not in 'EPSG:3857'
            {'type':'FeatureCollection','crs':{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::4549'}},'features':[]} | /crs | not in 'urn:ogc:def:crs:EPSG::4549'
            {'type':'FeatureCollection','crs':{'type':'link','properties':{'href':'x'}},'features':[]} | /crs | not in '{"type":"link","properties":{"href":"x"}}'
            {'type':'FeatureCollection','crs':'x\\ud800','features':[]} | /crs | not in 'x?'
            {'type':'FeatureCollection','crs':7,'features':[]} | /crs | not in '7'
            """)
    void aDocumentThatIsNoGridSetIsRefusedAsAWhole(String document, String pointer, String detail) {
        assertThat(findings(utf8(document))).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.detail()).contains(detail);
        });
    }

    /** Cut in two there, as RFC 7946 wants it (3.1.9), or not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [[179,0],[180,0],[180,1],[179,1],[179,0]] | [[-180,0],[-179,0],[-179,1],[-180,1],[-180,0]] | a city does not lie across 180° of longitude
            [[179,0],[179.5,0],[179.5,1],[179,1],[179,0]] | [[-179,0],[-178,0],[-178,1],[-179,1],[-179,0]] | a city does not lie across 180° of longitude
            [[0,0],[1,0],[1,1],[0,1],[0,0]]           | [[30,0],[31,0],[31,1],[30,1],[30,0]]           | a city is at most 21 degrees wide and high
            [[-100,0],[-99,0],[-99,1],[-100,1],[-100,0]] | [[100,0],[101,0],[101,1],[100,1],[100,0]]   | a city is at most 21 degrees wide and high
            """)
    void aCityIsInOnePlace(String west, String east, String detail) {
        assertThat(findings(cell("'code':'city','level':'city'", west) + ","
                        + cell("'code':'d','level':'district','parent':'city','district':'d'", east)))
                .singleElement()
                .satisfies(found -> assertThat(found.detail()).startsWith(detail));
    }

    /** The name that a program writes is told of the same ground. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'WGS84'",
                "'CGCS2000'",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:OGC:1.3:CRS84'}}",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:OGC::CRS84'}}",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::4326'}}",
                "{'type':'name','properties':{'name':'EPSG:4326'}}",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::4490'}}",
                "'EPSG:4490'"
            })
    void aSystemThatProgramsNameIsTaken(String crs) {
        assertThat(GridSet.read(utf8(text(document(CITY_AND_DISTRICT)).replace("\"WGS84\"", crs)))
                        .listCells())
                .hasSize(2);
    }

    private static String cell(String properties, String ring) {
        return "{'type':'Feature','properties':{%s},'geometry':{'type':'Polygon','coordinates':[%s]}}"
                .formatted(properties, ring);
    }

    private static byte[] document(String features) {
        return utf8("{'type':'FeatureCollection','crs':'WGS84','features':[%s]}".formatted(features));
    }

    private static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static List<GridSetFinding> findings(String features) {
        return findings(document(features));
    }

    private static List<GridSetFinding> findings(byte[] document) {
        return catchThrowableOfType(InvalidGridSetException.class, () -> GridSet.read(document))
                .findings();
    }
}
