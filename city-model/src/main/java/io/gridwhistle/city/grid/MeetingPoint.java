package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.plane.Borders;
import io.gridwhistle.city.plane.Frame;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A point where three or more districts meet, or overlap: where a case is most easily passed around.
 *
 * @param districts cells of level {@code district}, by code
 */
public record MeetingPoint(Point at, List<CellCode> districts) {
    private static final int MANY = 3;
    /** Of 2^15 units, some 36 metres: few edges each, also of long borders. */
    private static final int SLABS = 15;
    /** In units: a corner that lies on another's slanted side is moved to the lattice, and so are the ends of that side. */
    private static final int NEAR = 2;

    /** From west to east. Districts meet at a corner of at least one of them. */
    static List<MeetingPoint> find(List<Cell> districts, Frame frame) {
        var borders = new Borders(districts.stream().map(Cell::geometry).toList(), frame, SLABS);
        List<Envelope> boxes = districts.stream()
                .map(district -> box(district.geometry().getEnvelopeInternal(), frame))
                .toList();
        Set<Coordinate> corners = new HashSet<>();
        districts.forEach(
                district -> corners.addAll(Arrays.asList(district.geometry().getCoordinates())));
        var found = new ArrayList<MeetingPoint>();
        for (Coordinate corner : corners) {
            int x = frame.x(corner.x);
            int y = frame.y(corner.y);
            List<CellCode> here = IntStream.range(0, districts.size())
                    .filter(i -> isNear(borders, i, boxes.get(i), x, y))
                    .mapToObj(i -> districts.get(i).code())
                    .sorted()
                    .toList();
            if (here.size() >= MANY) {
                found.add(new MeetingPoint(new Point(corner.x, corner.y), here));
            }
        }
        return withoutTheSame(found, frame);
    }

    private static Envelope box(Envelope degrees, Frame frame) {
        return new Envelope(
                frame.x(degrees.getMinX()),
                frame.x(degrees.getMaxX()),
                frame.y(degrees.getMinY()),
                frame.y(degrees.getMaxY()));
    }

    /** A side that is so near leaves one of the points around in its district. */
    private static boolean isNear(Borders borders, int district, Envelope box, int x, int y) {
        if (box.contains(x, y) && borders.holds(district, x, y)) {
            return true;
        }
        for (int i = x - NEAR; i <= x + NEAR; i += NEAR) {
            for (int j = y - NEAR; j <= y + NEAR; j += NEAR) {
                if (box.contains(i, j) && borders.holds(district, i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of corners that are as near to each other and are the same districts', or some of them, the one of the most. */
    private static List<MeetingPoint> withoutTheSame(List<MeetingPoint> found, Frame frame) {
        Comparator<MeetingPoint> eastwards = Comparator.comparingDouble(
                        (MeetingPoint it) -> it.at().lon())
                .thenComparingDouble(it -> it.at().lat());
        found.sort(Comparator.comparingInt((MeetingPoint it) -> -it.districts().size())
                .thenComparing(eastwards));
        var left = new ArrayList<MeetingPoint>();
        for (MeetingPoint point : found) {
            if (left.stream().noneMatch(other -> other.isSameAs(point, frame))) {
                left.add(point);
            }
        }
        left.sort(eastwards);
        return List.copyOf(left);
    }

    private boolean isSameAs(MeetingPoint other, Frame frame) {
        return Math.abs(frame.x(at.lon()) - frame.x(other.at.lon())) <= NEAR
                && Math.abs(frame.y(at.lat()) - frame.y(other.at.lat())) <= NEAR
                && districts.containsAll(other.districts);
    }
}
