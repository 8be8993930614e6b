package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.grid.Cell;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** JTS as one would use it: an STRtree of prepared geometries. Cells are known by their places in a list. */
final class PreparedTree {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    static final int NOBODY = Integer.MAX_VALUE;

    private record Entry(int place, PreparedGeometry area) {}

    private final STRtree tree = new STRtree();

    PreparedTree(List<Cell> cells, Plane plane) {
        for (int place = 0; place < cells.size(); place++) {
            Geometry area = plane.of(cells.get(place).geometry());
            tree.insert(area.getEnvelopeInternal(), new Entry(place, PreparedGeometryFactory.prepare(area)));
        }
        tree.build();
    }

    /** The earliest in the list that holds the point, or {@link #NOBODY}. */
    int first(Coordinate at) {
        int[] first = {NOBODY};
        var point = GEOMETRIES.createPoint(at);
        tree.query(new Envelope(at), item -> {
            if (item instanceof Entry entry
                    && entry.place() < first[0]
                    && entry.area().covers(point)) {
                first[0] = entry.place();
            }
        });
        return first[0];
    }

    /** All that hold the point, in the list's order. */
    List<Integer> all(Coordinate at) {
        var all = new ArrayList<Integer>();
        var point = GEOMETRIES.createPoint(at);
        tree.query(new Envelope(at), item -> {
            if (item instanceof Entry entry && entry.area().covers(point)) {
                all.add(entry.place());
            }
        });
        all.sort(null);
        return all;
    }
}
