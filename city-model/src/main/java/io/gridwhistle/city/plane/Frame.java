package io.gridwhistle.city.plane;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/** The corner of the lattice that some areas lie in; {@code west} and {@code south} are its origin, in units. */
public record Frame(long west, long south, int width, int height) {
    public interface EdgeVisitor {
        void edge(int x1, int y1, int x2, int y2);
    }

    public static Frame around(List<Geometry> areas) {
        var box = new Envelope();
        areas.forEach(area -> box.expandToInclude(area.getEnvelopeInternal()));
        if (box.isNull()) {
            return new Frame(0, 0, 0, 0);
        }
        long west = Lattice.of(box.getMinX());
        long south = Lattice.of(box.getMinY());
        return new Frame(
                west,
                south,
                Math.toIntExact(Lattice.of(box.getMaxX()) - west),
                Math.toIntExact(Lattice.of(box.getMaxY()) - south));
    }

    /** With a unit more in the west and in the south, so that its corner is in none of the areas. */
    Frame wider() {
        return new Frame(west - 1, south - 1, width + 1, height + 1);
    }

    public int x(double lon) {
        return (int) (Lattice.of(lon) - west);
    }

    public int y(double lat) {
        return (int) (Lattice.of(lat) - south);
    }

    /** Of an edge that goes north, or due east: above zero where the point is west of it, zero where it is in line with it. */
    static long west(int x1, int y1, int x2, int y2, int x, int y) {
        return (long) (x2 - x1) * (y - y1) - (long) (x - x1) * (y2 - y1);
    }

    boolean holds(long x, long y) {
        return x >= 0 && y >= 0 && x <= width && y <= height;
    }

    /** Each edge from its southern end to its northern one, or from the western to the eastern. */
    public void forEachEdgeNorthwards(Geometry area, EdgeVisitor visitor) {
        forEachEdge(area, (x1, y1, x2, y2) -> {
            if (y1 < y2 || (y1 == y2 && x1 < x2)) {
                visitor.edge(x1, y1, x2, y2);
            } else {
                visitor.edge(x2, y2, x1, y1);
            }
        });
    }

    /** Each edge as the ring runs. */
    public void forEachEdge(Geometry area, EdgeVisitor visitor) {
        area.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                CoordinateSequence points = ring.getCoordinateSequence();
                for (int i = 1; i < points.size(); i++) {
                    visitor.edge(x(points.getX(i - 1)), y(points.getY(i - 1)), x(points.getX(i)), y(points.getY(i)));
                }
            }
        });
    }
}
