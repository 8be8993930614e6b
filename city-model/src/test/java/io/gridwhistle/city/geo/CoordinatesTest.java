package io.gridwhistle.city.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.events.Crs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinatesTest {

    @ParameterizedTest
    @EnumSource(Crs.class)
    void thereAndBackIsTheSamePlaceToACentimetreAllOverChina(Crs crs) {
        for (double lon = 74; lon < 135; lon += 0.973) {
            for (double lat = 18; lat < 53.5; lat += 0.837) {
                Point there = Coordinates.fromWgs84(crs, lon, lat);
                Point back = Coordinates.toWgs84(crs, there.lon(), there.lat());
                assertThat(metres(back, new Point(lon, lat)))
                        .as("%s at %s, %s", crs, lon, lat)
                        .isLessThan(0.01);
            }
        }
    }

    /** GCJ-02 ends with a jump of some hundred metres: what lies in it is no place, not one that is somewhat off. */
    @ParameterizedTest
    @EnumSource(names = {"GCJ02", "BD09"})
    void whatLiesInTheGapAtTheEdgeOfChinaIsRefused(Crs crs) {
        Point last = Coordinates.fromWgs84(crs, 72.0041, 40);
        Point beyond = Coordinates.fromWgs84(crs, 72.0039, 40);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Coordinates.toWgs84(crs, (last.lon() + beyond.lon()) / 2, (last.lat() + beyond.lat()) / 2))
                .withMessageContaining("is shown by no point");
    }

    /** Within a kilometre of its four edges, in steps of some metres. */
    @ParameterizedTest
    @EnumSource(names = {"GCJ02", "BD09"})
    void whatIsAnsweredAtTheEdgeIsShownThereAndNothingElseIs(Crs crs) {
        int answered = 0;
        int refused = 0;
        for (double along = 0.01; along < 1; along += 0.0173) {
            for (double across = -0.02; across < 0.03; across += 0.000_071) {
                double lon = 72.004 + along * (137.8347 - 72.004);
                double lat = 0.8293 + along * (55.8271 - 0.8293);
                for (Point shown : List.of(
                        new Point(72.004 + across, lat),
                        new Point(137.8347 + across, lat),
                        new Point(lon, 0.8293 + across),
                        new Point(lon, 55.8271 + across))) {
                    try {
                        Point wgs = Coordinates.toWgs84(crs, shown.lon(), shown.lat());
                        Point again = Coordinates.fromWgs84(crs, wgs.lon(), wgs.lat());
                        assertThat(metres(again, shown)).as("%s", shown).isLessThan(0.01);
                        answered++;
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessageStartingWith("lon %s, lat %s is shown by ", shown.lon(), shown.lat());
                        refused++;
                    }
                    Point there = Coordinates.fromWgs84(crs, shown.lon(), shown.lat());
                    try {
                        Point back = Coordinates.toWgs84(crs, there.lon(), there.lat());
                        assertThat(metres(back, shown)).as("%s", shown).isLessThan(0.01);
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessageContaining("is shown by two points");
                    }
                }
            }
        }
        assertThat(answered).isGreaterThan(10 * refused);
        assertThat(refused).isPositive();
    }

    /** One that is shifted onto it, and the one that stands there and is not. */
    @Test
    void whatTwoPointsAreShownAsIsRefused() {
        Point shown = Coordinates.fromWgs84(Crs.GCJ02, 137.8346, 35);
        assertThat(shown.lon()).isGreaterThan(137.8347);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coordinates.toWgs84(Crs.GCJ02, shown.lon(), shown.lat()))
                .withMessage(
                        "lon %s, lat %s is shown by two points, one inside China and one outside, where GCJ02 and BD09 do not apply; say it in WGS84",
                        shown.lon(), shown.lat());
    }

    /** The samples that the eviltransform programs are published with. */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void gcj02IsWhatAmapShows(double wgsLon, double wgsLat, double gcjLon, double gcjLat) {
        assertThat(metres(Coordinates.fromWgs84(Crs.GCJ02, wgsLon, wgsLat), new Point(gcjLon, gcjLat)))
                .isLessThan(0.01);
        assertThat(metres(Coordinates.toWgs84(Crs.GCJ02, gcjLon, gcjLat), new Point(wgsLon, wgsLat)))
                .isLessThan(0.01);
    }

    /** The sample that the coordtransform programs are published with. */
    @Test
    void bd09IsWhatBaiduShows() {
        Point wgs = Coordinates.toWgs84(Crs.GCJ02, 116.404, 39.915);
        assertThat(metres(
                        Coordinates.fromWgs84(Crs.BD09, wgs.lon(), wgs.lat()),
                        new Point(116.41036949371029, 39.92133699351021)))
                .isLessThan(0.01);
    }

    @Test
    void takingOneSystemForAnotherInZhengzhouMissesByHundredsOfMetres() {
        Point towerSquare = new Point(113.666996, 34.756080);
        Point amap = Coordinates.fromWgs84(Crs.GCJ02, towerSquare.lon(), towerSquare.lat());
        Point baidu = Coordinates.fromWgs84(Crs.BD09, towerSquare.lon(), towerSquare.lat());
        assertThat(metres(amap, towerSquare)).isBetween(300.0, 800.0);
        assertThat(metres(baidu, towerSquare)).isBetween(800.0, 1800.0);
    }

    @Test
    void nothingIsShiftedOutsideChina() {
        assertThat(Coordinates.fromWgs84(Crs.GCJ02, -118.2437, 34.0522)).isEqualTo(new Point(-118.2437, 34.0522));
        assertThat(Coordinates.toWgs84(Crs.GCJ02, -118.2437, 34.0522)).isEqualTo(new Point(-118.2437, 34.0522));
    }

    @ParameterizedTest
    @CsvSource({"180.1, 0", "0, -90.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void aPointIsSomewhereOnEarth(double lon, double lat) {
        for (Crs crs : Crs.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Coordinates.toWgs84(crs, lon, lat))
                    .withMessageContaining("nowhere on Earth");
        }
    }

    @ParameterizedTest
    @CsvSource({"180, 10", "-180, 10", "10, 90", "180, -90", "0.0065, 0.006"})
    void aRefusalTellsTheNumbersThatWerePosted(double lon, double lat) {
        for (Crs crs : Crs.values()) {
            try {
                Coordinates.toWgs84(crs, lon, lat);
            } catch (IllegalArgumentException e) {
                assertThat(e).as("%s", crs).hasMessageStartingWith("lon %s, lat %s is ".formatted(lon, lat));
            }
        }
    }

    private static double metres(Point a, Point b) {
        double perDegree = 111_195.0;
        return Math.hypot(
                (a.lon() - b.lon()) * perDegree * Math.cos(Math.toRadians(a.lat())), (a.lat() - b.lat()) * perDegree);
    }
}
