package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.CellCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong with a grid set.
 *
 * @param pointer the feature or member at fault (RFC 6901); empty where it is the whole set
 * @param cells whose fault it is: the parent of a gap, both cells of an overlap, a cell and what it reaches out of
 * @param detail what is wrong, and what would be right
 * @param where the ground or the place in question, in WGS 84; absent where there is none
 */
public record GridSetFinding(
        Kind kind,
        String pointer,
        List<CellCode> cells,
        String detail,
        @Nullable Geometry where) {
    /** With so many borders are no longer compared: who has these has another trouble than the next one. */
    public static final int ENOUGH = 10_000;

    public enum Kind implements Coded {
        /** No GeoJSON, or not this kind. */
        DOCUMENT,
        /** A feature that is no cell and no declaration. */
        FEATURE,
        /** A code that stands twice. */
        CODE,
        /** A parent that is missing, or of no higher level, or of another district. */
        PARENT,
        /** A district that the city does not have, or that has no cell, or two. */
        DISTRICT,
        /** A border that is none: not closed, crossing itself. */
        GEOMETRY,
        /** A ring that runs the wrong way round (RFC 7946, 3.1.6). */
        WINDING,
        /** Ground so narrow that nobody meant it. */
        SLIVER,
        /** An exclusive grid that does not say who leads in it, in what, before whom. */
        EXCLUSIVE,
        /** A floor without its building, or that stands twice. */
        FLOOR,
        /** A chief or lead whom no order can reach. */
        UNIT,
        /** Within a cell, outside of all below it; or a hole in the city. */
        GAP,
        /** Within two cells of one parent. */
        OVERLAP,
        /** Within a cell, outside of its parent or, of a floor, outside of its building. */
        OUTSIDE
    }

    /** On the ground in question, well inside where it is an area. */
    public Optional<Point> findPoint() {
        if (where == null || where.isEmpty()) {
            return Optional.empty();
        }
        var inside = where.getInteriorPoint();
        return Optional.of(new Point(inside.getX(), inside.getY()));
    }

    /** 0 where it is no area. */
    public double squareMetres() {
        return where == null || where.isEmpty() ? 0 : Ground.squareMetres(where);
    }
}
