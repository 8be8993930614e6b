package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A grid set's version is the digest of its bytes, so a geometry is written in one way, whatever process writes it. */
class GeoJsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POINT (1 2)                                         | {"type":"Point","coordinates":[1.0,2.0]}
            POLYGON ((0 0, 0 1, 1 1, 0 0))                      | {"type":"Polygon","coordinates":[[[0.0,0.0],[1.0,1.0],[0.0,1.0],[0.0,0.0]]]}
            MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))               | {"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,0.0]]]]}
            """)
    void typeComesBeforeCoordinates(String wkt, String json) throws ParseException {
        Geometry geometry = new WKTReader(GeoJson.GEOMETRIES).read(wkt);

        assertThat(Json.MAPPER.writeValueAsString(GeoJson.write(geometry))).isEqualTo(json);
    }
}
