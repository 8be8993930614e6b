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
import org.locationtech.jts.geom.Coordinate;

/**
 * A point where three or more districts meet, or overlap: where a case is most easily passed around.
 *
 * @param districts cells of level {@code district}, by code
 */
public record MeetingPoint(Point at, List<CellCode> districts) {
    private static final int MANY = 3;
    /** Of 2^15 units, some 36 metres: few edges each, also of long borders. */
    private static final int SLABS = 15;

    /** From west to east. Districts meet at a corner of at least one of them. */
    static List<MeetingPoint> find(List<Cell> districts, Frame frame) {
        var borders = new Borders(districts.stream().map(Cell::geometry).toList(), frame, SLABS);
        Set<Coordinate> corners = new HashSet<>();
        districts.forEach(
                district -> corners.addAll(Arrays.asList(district.geometry().getCoordinates())));
        var found = new ArrayList<MeetingPoint>();
        for (Coordinate corner : corners) {
            var at = new Point(corner.x, corner.y);
            List<CellCode> here = districts.stream()
                    .filter(district ->
                            district.geometry().getEnvelopeInternal().contains(corner))
                    .filter(district ->
                            borders.holds(districts.indexOf(district), frame.x(corner.x), frame.y(corner.y)))
                    .map(Cell::code)
                    .sorted()
                    .toList();
            if (here.size() >= MANY) {
                found.add(new MeetingPoint(at, here));
            }
        }
        found.sort(Comparator.comparingDouble((MeetingPoint it) -> it.at().lon())
                .thenComparingDouble(it -> it.at().lat()));
        return List.copyOf(found);
    }
}
