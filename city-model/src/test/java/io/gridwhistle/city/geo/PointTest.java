package io.gridwhistle.city.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {
    /** Against the great circle on a sphere of the same radius. */
    @ParameterizedTest
    @CsvSource({
        "113.666996, 34.756080, 113.666996, 34.756529, 50",
        "113.666996, 34.756080, 113.667543, 34.756080, 50",
        "113.666996, 34.756080, 113.677900, 34.756080, 996",
        "-118.243700, 34.052200, -118.243700, 34.061200, 1001",
        "0, 60, 0.0089932, 60, 500"
    })
    void distancesWithinACityAreGoodToADecimetre(double lon, double lat, double toLon, double toLat, double metres) {
        var from = new Point(lon, lat);
        var to = new Point(toLon, toLat);

        assertThat(from.metresTo(to)).isCloseTo(greatCircle(from, to), within(0.1));
        assertThat(from.metresTo(to)).isCloseTo(metres, within(1.0));
        assertThat(to.metresTo(from)).isCloseTo(from.metresTo(to), within(0.1));
    }

    private static double greatCircle(Point a, Point b) {
        double radius = Point.METRES_PER_DEGREE * 180 / Math.PI;
        double north = Math.toRadians(b.lat() - a.lat());
        double east = Math.toRadians(b.lon() - a.lon());
        double h = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(a.lat()))
                        * Math.cos(Math.toRadians(b.lat()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * radius * Math.asin(Math.sqrt(h));
    }
}
