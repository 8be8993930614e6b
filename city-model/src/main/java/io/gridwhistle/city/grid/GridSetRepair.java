package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground that was given to another when a grid set was repaired.
 *
 * @param kind what would have been found there otherwise
 * @param cells of a gap, the parent and who has got it; of an overlap, who keeps it, where that is a cell, and who
 *     lost it; else who lost it first
 * @param where the ground, in WGS 84
 */
public record GridSetRepair(GridSetFinding.Kind kind, List<CellCode> cells, String detail, Geometry where) {
    public double squareMetres() {
        return Ground.squareMetres(where);
    }

    /** The diameter of the largest circle in it. */
    public double metresWide() {
        return Ground.width(where);
    }
}
