package io.gridwhistle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gridwhistle.local.folder.WrittenCity;
import io.gridwhistle.local.folder.WrittenCity.WrittenCell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.JsonNode;

class TowerZoneTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static WrittenCity city;
    private static WrittenCell zone;
    private static WrittenCell mall;

    @BeforeAll
    static void write(@TempDir Path folder) {
        DemoCity.writeTo(folder);
        city = new WrittenCity(folder);
        zone = city.cell("erqi-tower-zone");
        mall = city.cell("erqi-tower-zone-asia-mall");
    }

    @Test
    void measures117SquareKilometres() {
        assertThat(squareKilometres(zone.shape())).isCloseTo(1.17, within(1.17 * 0.005));
    }

    @Test
    void liesAcrossThreeDistrictsAndFiveStreets() {
        assertThat(touched("district")).hasSize(3);
        assertThat(touched("l1"))
                .hasSize(5)
                .allSatisfy(street -> assertThat(squareKilometres(street.shape().intersection(zone.shape())))
                        .isGreaterThan(0.01));
        assertThat(zone.shape().contains(point(113.666996, 34.756080))).isTrue();
    }

    @Test
    void isLedForAllClassesByItsStreetsInTurnUnderItsTaskForce() {
        var exclusive = zone.properties().get("exclusive").asObject().deepCopy();
        var lead = exclusive.remove("lead");
        assertThat(exclusive.toString()).isEqualTo("{\"mode\":\"override\",\"classes\":[\"*\"],\"priority\":10}");
        assertThat(lead.path("every").asString()).isEqualTo("P1M");
        assertThat(lead.path("from").asString()).isEqualTo("2025-01-01");
        assertThat(lead.path("rotation").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(
                        touched("l1").stream().map(WrittenCell::chief).toList());
        assertThat(zone.chief()).isEqualTo("erqi-tower-task-force");
        assertThat(city.codes("units.json")).contains(zone.chief());
        assertThat(zone.parent()).contains(DemoCity.CODE);
        assertThat(zone.text("district")).isEmpty();
    }

    @Test
    void theMallLiesInsideAndContainsWhatMapsCallIt() {
        assertThat(zone.shape().contains(mall.shape())).isTrue();
        assertThat(mall.shape().contains(GEOMETRIES.createPoint(Gcj02.toWgs84(113.6721, 34.7563))))
                .isTrue();
        assertThat(city.cell("410103").shape().contains(mall.shape())).isTrue();
    }

    @Test
    void thePointNextToTheMallLiesInTheZoneOnly() {
        Point point = point(113.6672, 34.7563);
        assertThat(zone.shape().contains(point)).isTrue();
        assertThat(mall.shape().intersects(point)).isFalse();
    }

    @Test
    void theMallsSixFloorsShareItsFootprint() {
        List<WrittenCell> floors = city.cells()
                .filter(cell -> cell.parent().filter(mall.code()::equals).isPresent())
                .toList();
        assertThat(floors)
                .extracting(floor -> floor.properties().get("floors").toString())
                .containsExactly("[\"1\"]", "[\"2\"]", "[\"3\"]", "[\"4\"]", "[\"5\"]", "[\"6\"]");
        assertThat(floors).allSatisfy(floor -> {
            assertThat(floor.level()).isEqualTo("micro");
            assertThat(floor.text("building")).contains("asia-mall");
            assertThat(floor.chief()).isEqualTo(floor.code() + "-chief");
            assertThat(floor.shape().equalsExact(mall.shape())).isTrue();
        });
    }

    private static List<WrittenCell> touched(String level) {
        return city.ordinaryCells()
                .filter(cell -> cell.level().equals(level) && cell.shape().intersects(zone.shape()))
                .toList();
    }

    /** On the sphere of the ellipsoid's mean curvature at the zone's latitude. */
    private static double squareKilometres(Geometry shape) {
        double kilometresPerDegree = 6370.57 * Math.PI / 180;
        return shape.getArea() * kilometresPerDegree * kilometresPerDegree * Math.cos(Math.toRadians(34.7561));
    }

    private static Point point(double lon, double lat) {
        return GEOMETRIES.createPoint(new Coordinate(lon, lat));
    }
}
