package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A grid cell.
 *
 * @param district absent for the city and for exclusive grids across districts
 * @param chief unit or post; absent where vacant
 * @param leader the leader answerable for the area (分包领导), a post
 * @param floors of the building that the cell is, where it is not all of it
 * @param geometry in WGS 84 degrees
 */
public record Cell(
        CellCode code,
        String name,
        Level level,
        @Nullable CellCode parent,
        @Nullable DistrictCode district,
        @Nullable UnitCode chief,
        @Nullable UnitCode leader,
        @Nullable Exclusive exclusive,
        @Nullable String building,
        List<String> floors,
        Geometry geometry) {

    /** The same cell on other ground. */
    Cell on(Geometry ground) {
        return new Cell(code, name, level, parent, district, chief, leader, exclusive, building, floors, ground);
    }

    /** Whether these cells leave none of its ground, or less than the check of a grid set would find. */
    public boolean isCoveredBy(List<Cell> others) {
        Geometry left = geometry;
        for (Cell other : others) {
            if (other.geometry().getEnvelopeInternal().intersects(left.getEnvelopeInternal())) {
                left = Ground.minus(left, other.geometry());
            }
        }
        return left.isEmpty() || Ground.squareMetres(left) <= CoverageCheck.TOLERANCE;
    }

    Point middle() {
        var inside = geometry.getInteriorPoint();
        return new Point(inside.getX(), inside.getY());
    }
}
