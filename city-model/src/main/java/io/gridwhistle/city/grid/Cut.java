package io.gridwhistle.city.grid;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** The ground that is left of a cell when the declarations have been heeded. */
final class Cut {
    private final GridSet gridSet;
    private final List<Declaration> declarations;

    Cut(GridSet gridSet) {
        this.gridSet = gridSet;
        this.declarations = gridSet.declarations();
    }

    Geometry ground(Cell cell) {
        Geometry left = cell.geometry();
        for (Declaration declared : declarations) {
            if (isTaken(declared, cell)
                    && declared.ground().getEnvelopeInternal().intersects(left.getEnvelopeInternal())) {
                left = Ground.minus(left, declared.ground());
            }
        }
        return left;
    }

    /** What a cell has to leave, those below it have to leave too. */
    private boolean isTaken(Declaration declared, Cell cell) {
        return declared.declares() == Declaration.Kind.OUTSIDE
                || gridSet.pathTo(cell).stream().anyMatch(it -> declared.takesFrom(it.code()));
    }
}
