package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GroundTest {
    /** Areas in metres, on the equator; the width is the diameter of the largest circle in them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POLYGON ((0 0, 100 0, 100 10, 0 10, 0 0))                           | 10
            POLYGON ((0 0, 4 0, 0 3, 0 0))                                      | 2
            POLYGON ((0 0, 100 0, 100 100, 96 100, 96 4, 0 4, 0 0))             | 4.7
            POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0), (8 8, 8 12, 12 12, 12 8, 8 8)) | 9.4
            POLYGON ((0 0, 5000 0, 5000 5000, 4999.6 5000, 4999.6 0.4, 0 0.4, 0 0)) | 0.4686
            POLYGON ((0 0, 38.9 11.1, 77.7 13.3, 38.9 11.105, 0 0))             | 0.0049
            """)
    void anAreaIsAsWideAsTheLargestCircleInIt(String wkt, double width) throws ParseException {
        Geometry area =
                AffineTransformation.scaleInstance(1 / 111_195.0, 1 / 111_195.0).transform(new WKTReader().read(wkt));
        assertThat(Ground.width(area)).isCloseTo(width, withinPercentage(5));
        assertThat(Ground.isNarrower(area, width * 1.05)).isTrue();
        assertThat(Ground.isNarrower(area, width * 0.95)).isFalse();
    }
}
