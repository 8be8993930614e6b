package io.gridwhistle.local.losangeles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.local.folder.WrittenCity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Whatever is in the repaired city has an owner, also where borders run within a hair's breadth of each other. */
class LosAngelesBordersTest {
    private static final Path FOLDER = Path.of("../cities/los-angeles");
    private static final double UNITS = 1e8;

    @Test
    void allPointsBesideVerticesAndMiddlesOfEdgesAreOwned() throws IOException {
        GridSet gridSet = repaired();
        var inCity = new IndexedPointInAreaLocator(
                gridSet.findCell(new CellCode("los-angeles")).orElseThrow().geometry());
        PointOnGeometryLocator inEnclave = enclaves();
        int inside = 0;
        for (Coordinate at : besideBorders(gridSet)) {
            if (inCity.locate(at) == Location.INTERIOR && inEnclave.locate(at) == Location.EXTERIOR) {
                inside++;
                assertThat(gridSet.findOwner(new Point(at.x, at.y)))
                        .as("at %s", at)
                        .isPresent();
            }
        }
        System.out.printf("Los Angeles: %,d points beside its borders have an owner%n", inside);
        assertThat(inside).isGreaterThan(100_000);
    }

    private static GridSet repaired() throws IOException {
        byte[] published = Files.readAllBytes(FOLDER.resolve("grid-set.geojson"));
        var out = new ByteArrayOutputStream();
        GridSetDraft.read(published).write(new ByteArrayInputStream(published), out);
        return GridSet.read(out.toByteArray());
    }

    private static PointOnGeometryLocator enclaves() {
        Set<Geometry> enclaves = new HashSet<>();
        new WrittenCity(FOLDER).read("grid-set.geojson").get("features").forEach(feature -> {
            if (feature.get("properties").has("declares")) {
                Geometry ground = WrittenCity.shape(feature.get("geometry"));
                ground.apply((CoordinateFilter) at -> at.setCoordinate(snapped(at, 0, 0)));
                enclaves.add(ground);
            }
        });
        return new IndexedPointInAreaLocator(UnaryUnionOp.union(enclaves, new GeometryFactory()));
    }

    private static Set<Coordinate> besideBorders(GridSet gridSet) {
        Set<Coordinate> beside = new HashSet<>();
        for (Cell cell : gridSet.listCells()) {
            Coordinate[] border = cell.geometry().getCoordinates();
            for (int i = 1; i < border.length; i++) {
                addAround(beside, border[i]);
                // Where one ring ends and the next begins this is a place like any other.
                addAround(beside, new LineSegment(border[i - 1], border[i]).midPoint());
            }
        }
        return beside;
    }

    private static void addAround(Set<Coordinate> beside, Coordinate at) {
        for (int east = -1; east <= 1; east++) {
            for (int north = -1; north <= 1; north++) {
                beside.add(snapped(at, east, north));
            }
        }
    }

    private static Coordinate snapped(Coordinate at, int east, int north) {
        return new Coordinate((Math.round(at.x * UNITS) + east) / UNITS, (Math.round(at.y * UNITS) + north) / UNITS);
    }
}
