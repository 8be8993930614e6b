package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Units;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a program wrote into a file, its city is told which feature it is and what would be right. */
class DirtyGridSetTest {
    private static final String SQUARE = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";
    private static final String GROUND = "'type':'Polygon','coordinates':[%s]".formatted(SQUARE);
    private static final String A = "'code':'a','level':'l1','parent':'d'";
    private static final City CITY = CityReferences.city(utf8("""
            {'code': 'city', 'name': 'City', 'timeZone': 'Asia/Shanghai', 'synthetic': true, 'levels': [],
             'districts': [{'code': 'd', 'name': 'D'}], 'channels': [], 'classes': []}
            """));
    private static final Units NONE = new Units(List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'building':'x','floors':[null]                         | 'floors': null is no floor
            'exclusive':{'classes':[null]}                         | 'exclusive': null is no class; classes are codes of the city's classes, or '*' alone for all
            'exclusive':{'lead':{'rotation':[null],'every':'P1M','from':'2025-01-01'}} | 'exclusive.lead': unit code: '' does not match
            """)
    void aPropertyThatHoldsNothing(String properties, String detail) {
        isTold(feature(A + "," + properties, GROUND), detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'declares':'outside','cells':[null]    | 'cells': null is no cell
            'declares':'shared','cells':[null,'d'] | 'cells': null is no cell
            """)
    void aDeclarationThatNamesNothing(String properties, String detail) {
        isTold(feature(properties, GROUND), detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'type':'Polygon','coordinates':[{'a':1,'b':2,'c':3,'d':4}]  | has a ring that is no array of positions
            'type':'Polygon','coordinates':[null]                       | has a ring that is no array of positions
            'type':'Polygon','coordinates':[[{'x':1,'y':2}]]            | has a position that is not [lon, lat] in degrees
            'type':'Polygon','coordinates':[[[1e400,1]]]                | has a position that is not [lon, lat] in degrees
            'type':'Polygon','coordinates':[[[HUGE,1]]]                 | has a position that is not [lon, lat] in degrees
            'type':'Polygon','coordinates':{'a':1}                      | has a polygon without rings
            'type':'MultiPolygon','coordinates':[]                      | has no area
            'type':'MultiPolygon','coordinates':5                       | has no area
            'type':'MultiPolygon','coordinates':[null]                  | has a polygon without rings
            """)
    void aGeometryThatIsNone(String geometry, String detail) {
        String ground = geometry.replace("HUGE", "9".repeat(400));
        isTold(feature(A, ground), "cell 'a' " + detail);
        isTold(feature("'declares':'outside'", ground), "declared ground " + detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'code':'a','level':3,'parent':'d'                                  | 'level': is one of city, district, l1, l2, l3, micro
            'code':'a','level':'block','parent':'d'                            | 'level': is one of city, district, l1, l2, l3, micro
            'code':'a','level':'l1','parent':'d','exclusive':{'mode':0}        | 'exclusive.mode': is one of override, co-own
            'code':'a','level':'l1','parent':'d','exclusive':{'priority':[]}   | 'exclusive.priority': has a value of the wrong kind
            'declares':null                                                    | 'declares': is one of outside, shared
            'declares':0                                                       | 'declares': is one of outside, shared
            'code':'a','level':'l1','parent':'d','code':'b'                    | 'code' stands twice
            'code':'a','level':'l1','parent':'d','exclusive':{'lead':'x','lead':{}} | 'lead' stands twice
            """)
    void aWordThatIsNone(String properties, String detail) {
        isTold(feature(properties, GROUND), detail);
    }

    /** A feature after one that could not be read is read. */
    @Test
    void whatComesAfterAPropertyThatStandsTwiceIsTold() {
        String twice = "{'type':'Feature','geometry':{%s},'properties':{%s},'properties':{%s}}".formatted(GROUND, A, A);
        assertThat(GridSetDraft.read(set(twice, feature(A, "'type':'Point'"), twice))
                        .findings())
                .extracting(found -> found.pointer() + " " + found.detail())
                .containsExactlyInAnyOrder(
                        "/features/2 'properties' stands twice",
                        "/features/3 cell 'a' is neither Polygon nor MultiPolygon",
                        "/features/4 'properties' stands twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'building':''                  | cell 'a' names a building without a code
            'building':'x','floors':['']   | cell 'a' names a floor without a code
            """)
    void aCodeThatIsEmpty(String properties, String detail) {
        assertThat(GridSetDraft.read(set(feature(A + "," + properties, GROUND))).findings())
                .anySatisfy(found -> {
                    assertThat(found.kind()).isEqualTo(GridSetFinding.Kind.FLOOR);
                    assertThat(found.pointer()).isEqualTo("/features/2");
                    assertThat(found.detail()).startsWith(detail);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'type':'FeatureCollection','features':[],'features':[]}                     | /features         | stands twice
            {'type':'FeatureCollection','type':'FeatureCollection','features':[]}        | /type             | stands twice
            {'type':'FeatureCollection','crs':'WGS84','crs':'GCJ02','features':[]}       | /crs              | stands twice
            {'repairUpToMetres':1,'type':'FeatureCollection','repairUpToMetres':2,'features':[]} | /repairUpToMetres | stands twice
            {'type':{'type':'FeatureCollection','features':[]}}                          | /type            | a grid set is a GeoJSON FeatureCollection
            {'features':{'type':'FeatureCollection','features':[]},'type':'FeatureCollection'} | /type      | a grid set is a GeoJSON FeatureCollection
            {'type':'FeatureCollection','features':[]} {}                                | ""                | not a grid set: there is more after its closing brace
            {'type':'FeatureCollection','features':[]}]                                  | ""                | not a grid set: Unexpected close marker
            {'type':'FeatureCollection','features':[]} more                              | ""                | not a grid set: Unrecognized token 'more'
            """)
    void aDocumentThatSaysMoreThanOneThing(String document, String pointer, String detail) {
        assertThat(GridSetDraft.read(utf8(document)).findings()).singleElement().satisfies(found -> {
            assertThat(found.pointer()).isEqualTo(pointer);
            assertThat(found.detail()).startsWith(detail);
        });
    }

    private static void isTold(String feature, String detail) {
        byte[] document = set(feature, feature);
        GridSetDraft draft = GridSetDraft.read(document);
        assertThat(draft.findings()).hasSize(2).allSatisfy(found -> {
            assertThat(found.pointer()).isIn("/features/2", "/features/3");
            assertThat(found.detail()).startsWith(detail);
            assertThat(found.squareMetres()).isZero();
            assertThat(found.findPoint()).isEmpty();
        });
        assertThat(draft.check(CITY, NONE)).isEmpty();
        assertThatExceptionOfType(InvalidGridSetException.class).isThrownBy(() -> GridSet.read(document));
    }

    /** A city and its district, and more. */
    private static byte[] set(String... features) {
        return utf8("{'type':'FeatureCollection','features':[%s,%s,%s]} "
                .formatted(
                        feature("'code':'city','level':'city'", GROUND),
                        feature("'code':'d','level':'district','parent':'city','district':'d'", GROUND),
                        String.join(",", features)));
    }

    private static String feature(String properties, String geometry) {
        return "{'type':'Feature','properties':{%s},'geometry':{%s}}".formatted(properties, geometry);
    }

    private static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
