package io.gridwhistle.city.grid;

import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.CellCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground of which the city says itself that it is no cell's, or several cells'.
 *
 * @param feature its number in the document
 * @param name of an enclave, say
 * @param cells whose ground it is; of shared ground the first leads, the others co-handle
 */
record Declaration(int feature, Kind declares, @Nullable String name, List<CellCode> cells, Geometry ground) {
    enum Kind implements Coded {
        /** An enclave: within the city's border, not the city's. */
        OUTSIDE,
        /** Two or more cells own it together. */
        SHARED
    }

    boolean sharesOut(CellCode cell) {
        return declares == Kind.SHARED && cells.contains(cell);
    }
}
