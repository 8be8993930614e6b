package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
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

    /** From west to east. Districts meet at a corner of at least one of them. */
    static List<MeetingPoint> find(List<Cell> districts) {
        var index = new CellIndex(districts);
        Set<Coordinate> corners = new HashSet<>();
        districts.forEach(
                district -> corners.addAll(Arrays.asList(district.geometry().getCoordinates())));
        var found = new ArrayList<MeetingPoint>();
        for (Coordinate corner : corners) {
            var at = new Point(corner.getX(), corner.getY());
            List<CellCode> here =
                    index.listContaining(at).stream().map(Cell::code).sorted().toList();
            if (here.size() >= MANY) {
                found.add(new MeetingPoint(at, here));
            }
        }
        found.sort(Comparator.comparingDouble((MeetingPoint it) -> it.at().lon())
                .thenComparingDouble(it -> it.at().lat()));
        return List.copyOf(found);
    }
}
