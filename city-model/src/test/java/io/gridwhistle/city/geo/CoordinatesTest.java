package io.gridwhistle.city.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.events.Crs;
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

    private static double metres(Point a, Point b) {
        double perDegree = 111_195.0;
        return Math.hypot(
                (a.lon() - b.lon()) * perDegree * Math.cos(Math.toRadians(a.lat())), (a.lat() - b.lat()) * perDegree);
    }
}
