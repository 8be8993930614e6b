package io.gridwhistle.city.grid;

import org.locationtech.jts.geom.Geometry;

/**
 * How much may be compared before a proof is given up.
 *
 * <p>Cells that lie beside each other have few others in their boxes. Strips that slant have all of them there; comparing
 * each with each would take hours.
 */
final class Effort {
    /** Each border with so many others, on average. */
    private static final int TIMES = 100;

    private long left;

    Effort(GridSetDocument document) {
        document.cells().forEach(cell -> left += (long) TIMES * cell.geometry().getNumPoints());
        document.declarations()
                .forEach(declared -> left += (long) TIMES * declared.ground().getNumPoints());
    }

    boolean isSpent() {
        return left < 0;
    }

    void compare(Geometry one, Geometry other) {
        // Of the larger border, what is not in the other's box costs next to nothing.
        left -= 2L * Math.min(one.getNumPoints(), other.getNumPoints());
    }
}
