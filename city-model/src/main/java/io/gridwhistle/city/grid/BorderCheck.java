package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import org.locationtech.jts.geom.Polygon;

/** Borders run the right way round, and no part of a cell is so narrow that nobody can have meant it. */
final class BorderCheck {
    /** In metres: a cell's separate part that is nowhere wider was hardly meant. */
    static final double SLIVER = 0.1;

    private BorderCheck() {}

    static void check(Cell cell, Findings findings) {
        if (!GeoJson.isWoundRight(cell.geometry())) {
            findings.add(
                    Kind.WINDING,
                    cell,
                    "a ring of '%s' runs the wrong way; outer rings run counterclockwise, holes clockwise");
        }
        for (Polygon part : Ground.pieces(cell.geometry())) {
            if (isSliver(part)) {
                findings.add(
                        Kind.SLIVER,
                        cell,
                        "a part of '%s' is nowhere " + SLIVER + " m wide; leave it out, or have slivers repaired",
                        part);
            }
        }
    }

    static boolean isSliver(Polygon part) {
        return Ground.isNarrower(part, SLIVER);
    }
}
