package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.CellCode;
import java.util.List;

/**
 * Ground that nobody owns, or that several do.
 *
 * @param cells whose ground it is: the parent of a gap, both cells of an overlap, a cell and what it reaches out of
 * @param at a point well inside, in WGS 84
 */
public record CoverageFinding(Kind kind, List<CellCode> cells, Point at, double squareMetres) {

    public enum Kind implements Coded {
        /** Within a cell, outside of all below it. */
        GAP,
        /** Within two cells of one parent. */
        OVERLAP,
        /** Within a cell, outside of its parent or, of a floor, outside of its building. */
        OUTSIDE
    }
}
