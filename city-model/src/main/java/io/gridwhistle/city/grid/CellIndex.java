package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Which of some cells contain a point, boundary included; by exact predicates. */
final class CellIndex {
    private record Entry(Cell cell, PointOnGeometryLocator locator) {}

    private final STRtree tree = new STRtree();

    CellIndex(List<Cell> cells) {
        for (Cell cell : cells) {
            tree.insert(
                    cell.geometry().getEnvelopeInternal(),
                    new Entry(cell, new IndexedPointInAreaLocator(cell.geometry())));
        }
        tree.build();
    }

    List<Cell> listContaining(Point point) {
        var coordinate = new Coordinate(point.lon(), point.lat());
        var found = new ArrayList<Cell>();
        tree.query(new Envelope(coordinate), item -> {
            if (item instanceof Entry entry && entry.locator().locate(coordinate) != Location.EXTERIOR) {
                found.add(entry.cell());
            }
        });
        return found;
    }
}
