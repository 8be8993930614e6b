package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground that is left of a cell when the declarations have been heeded.
 *
 * <p>Of shared ground the others leave to the one that leads what it has there, declaration by declaration: whatever is
 * taken from one is another's at that moment, so in the end it is somebody's.
 */
final class Cut {
    private final GridSet gridSet;
    private final DeclaredGround declared;
    /** By feature, of shared ground: what the one that leads has of it. */
    private final Map<Integer, Geometry> led = new HashMap<>();

    Cut(GridSet gridSet) {
        this.gridSet = gridSet;
        this.declared = new DeclaredGround(gridSet.declarations());
        for (Declaration shared : gridSet.declarations()) {
            if (shared.declares() == Declaration.Kind.SHARED) {
                gridSet.findCell(shared.cells().getFirst())
                        .ifPresent(leading -> led.put(shared.feature(), Ground.both(ground(leading), shared.ground())));
            }
        }
    }

    /** While the declarations are still gone through: by those before. */
    Geometry ground(Cell cell) {
        List<Declaration> near = declared.near(cell.geometry());
        if (near.isEmpty()) {
            return cell.geometry();
        }
        Geometry left = declared.without(cell.geometry());
        List<CellCode> path = gridSet.pathTo(cell).stream().map(Cell::code).toList();
        for (Declaration declaration : near) {
            Geometry taken = taken(declaration, path);
            if (taken != null) {
                left = Ground.minus(left, taken);
            }
        }
        return left;
    }

    /** Of shared ground: what a cell has to leave, those below it have to leave too. */
    private @Nullable Geometry taken(Declaration shared, List<CellCode> path) {
        boolean isHis = shared.declares() == Declaration.Kind.SHARED
                && !path.contains(shared.cells().getFirst())
                && path.stream().anyMatch(shared.cells()::contains);
        return isHis ? led.get(shared.feature()) : null;
    }
}
