package io.gridwhistle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.local.folder.WrittenCity;
import io.gridwhistle.local.folder.WrittenCity.WrittenCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class DemoPartitionTest {

    private static WrittenCity city;

    @BeforeAll
    static void write(@TempDir Path folder) {
        DemoCity.writeTo(folder);
        city = new WrittenCity(folder);
    }

    private record Stretch(Coordinate from, Coordinate to) {

        Stretch reversed() {
            return new Stretch(to, from);
        }
    }

    @Test
    void everyRingIsValidAndCounterclockwise() {
        assertThat(city.cells()).allSatisfy(cell -> {
            assertThat(cell.shape().isValid()).isTrue();
            assertThat(Orientation.isCCW(outerRing(cell))).isTrue();
        });
    }

    /**
     * Borders of siblings cancel vertex by vertex until the parent's border is left. As all rings are simple and
     * counterclockwise, each point of the parent then lies in one child: neither a gap nor an overlap is possible.
     */
    @Test
    void bordersOfSiblingsCancelToTheParentsBorder() {
        assertThat(city.ordinaryCellsByParent())
                .hasSize(1 + 3 + 29 + 223 + 990)
                .allSatisfy((parent, children) ->
                        assertThat(bordersLeftOf(children)).isEqualTo(stretches(city.cell(parent))));
    }

    @Test
    void theGridSetsOwnReportFindsNothingButTheOnePointWhereItsDistrictsMeet(@TempDir Path folder) throws IOException {
        DemoCity.writeTo(folder);
        byte[] geoJson = Files.readAllBytes(folder.resolve("grid-set.geojson"));
        assertThat(GridSetDraft.read(geoJson).findings()).isEmpty();
        assertThat(GridSet.read(geoJson).listMeetingPoints())
                .singleElement()
                .satisfies(it -> assertThat(it.at()).isEqualTo(new Point(113.666996, 34.756080)));
    }

    @Test
    void areasOfSiblingsAddUpToTheParents() {
        city.ordinaryCellsByParent().forEach((parent, children) -> {
            double area = city.cell(parent).shape().getArea();
            double sum = children.stream()
                    .map(WrittenCell::shape)
                    .mapToDouble(Geometry::getArea)
                    .sum();
            assertThat(sum).as(parent).isCloseTo(area, within(area * 1e-6));
        });
    }

    @Test
    void theThreeDistrictsMeetInOnePoint() {
        Geometry common = city.cell("410103")
                .shape()
                .intersection(city.cell("410105").shape())
                .intersection(city.cell("410104").shape());
        assertThat(common.getGeometryType()).isEqualTo("Point");
        assertThat(common.getCoordinate()).isEqualTo(new Coordinate(113.666996, 34.756080));
        assertThat(List.of("410103", "410105", "410104"))
                .allSatisfy(
                        district -> assertThat(outerRing(city.cell(district))).contains(common.getCoordinate()));
    }

    @Test
    void theCityIsSomeTwentyKilometresWide() {
        var extent = city.cell(DemoCity.CODE).shape().getEnvelopeInternal();
        assertThat(extent.getWidth() * 91.5).isBetween(17.0, 22.0);
        assertThat(extent.getHeight() * 110.9).isBetween(17.0, 22.0);
    }

    private static Set<Stretch> bordersLeftOf(List<WrittenCell> cells) {
        Set<Stretch> left = new HashSet<>();
        for (WrittenCell cell : cells) {
            for (Stretch stretch : stretches(cell)) {
                if (!left.remove(stretch.reversed())) {
                    assertThat(left.add(stretch)).as("walked once: %s", stretch).isTrue();
                }
            }
        }
        return left;
    }

    private static Set<Stretch> stretches(WrittenCell cell) {
        Coordinate[] ring = outerRing(cell);
        Set<Stretch> stretches = new HashSet<>();
        for (int i = 1; i < ring.length; i++) {
            stretches.add(new Stretch(ring[i - 1], ring[i]));
        }
        return stretches;
    }

    private static Coordinate[] outerRing(WrittenCell cell) {
        return ((Polygon) cell.shape()).getExteriorRing().getCoordinates();
    }
}
