package io.gridwhistle.city.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Whether a circle of some radius lies in an area on a plane.
 *
 * <p>Squares are cut in four as long as the middle of such a circle could be in one, the roomiest first. That finds wide places
 * at once. A long strip that is nearly as wide as the circle would be cut into a million squares: after some, the border is
 * moved inwards by the radius instead, which takes as long for every width.
 */
final class CircleSearch {
    private static final int SQUARES = 1_000;
    /** Of the radius: what a circle may be smaller. Curves are moved to less than that. */
    private static final double NEARLY = 0.99;

    private static final BufferParameters ROUND = new BufferParameters(24);

    private final Geometry area;
    private final IndexedPointInAreaLocator inside;
    private final List<LineSegment> border = new ArrayList<>();

    /**
     * @param room how far the border is from the middle; below zero outside of the area
     * @param near what of the border may be the nearest to some point of the square
     */
    private record Square(Coordinate middle, double half, double room, List<LineSegment> near) {
        double most() {
            return room + half * Math.sqrt(2);
        }
    }

    CircleSearch(Geometry area) {
        this.area = area;
        this.inside = new IndexedPointInAreaLocator(area);
        area.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                for (int i = 1; i < ring.getNumPoints(); i++) {
                    border.add(new LineSegment(ring.getCoordinateN(i - 1), ring.getCoordinateN(i)));
                }
            }
        });
    }

    /** A circle that is smaller by a hundredth will do. */
    boolean finds(double radius) {
        var squares =
                new PriorityQueue<>(Comparator.comparingDouble(Square::most).reversed());
        Envelope box = area.getEnvelopeInternal();
        double least = NEARLY * radius;
        squares.add(square(box.centre(), Math.max(box.getWidth(), box.getHeight()) / 2, border));
        for (int i = 0; i < SQUARES; i++) {
            Square square = squares.remove();
            for (int quarter = 0; quarter < 4; quarter++) {
                double half = square.half() / 2;
                Square next = square(
                        new Coordinate(
                                square.middle().x + ((quarter & 1) == 0 ? half : -half),
                                square.middle().y + ((quarter & 2) == 0 ? half : -half)),
                        half,
                        square.near());
                if (next.room() >= least) {
                    return true;
                }
                if (next.most() >= radius) {
                    squares.add(next);
                }
            }
            if (squares.isEmpty()) {
                return false;
            }
        }
        return !BufferOp.bufferOp(area, -radius, ROUND).isEmpty();
    }

    private Square square(Coordinate middle, double half, List<LineSegment> near) {
        double[] metres = near.stream().mapToDouble(it -> it.distance(middle)).toArray();
        double nearest = Arrays.stream(metres).min().orElse(Double.POSITIVE_INFINITY);
        double reach = nearest + 2 * Math.sqrt(2) * half;
        var still = new ArrayList<LineSegment>();
        for (int i = 0; i < metres.length; i++) {
            if (metres[i] <= reach) {
                still.add(near.get(i));
            }
        }
        double room = inside.locate(middle) == Location.EXTERIOR ? -nearest : nearest;
        return new Square(middle, half, room, still);
    }
}
