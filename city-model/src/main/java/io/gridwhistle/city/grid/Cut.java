package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground that is left of a cell when the declarations have been heeded.
 *
 * <p>Of shared ground the others leave to the one that leads what the innermost cells below it have there, declaration by
 * declaration: whatever is taken from one is another's at that moment, so in the end it is somebody's, on every level.
 */
final class Cut {
    private final GridSet gridSet;
    private final DeclaredGround declared;
    /** By feature, of shared ground: what the one that leads has of it. */
    private final Map<Integer, PreparedGround> led = new HashMap<>();

    private final Map<CellCode, List<Cell>> families;

    Cut(GridSet gridSet) {
        this.gridSet = gridSet;
        this.families = gridSet.families();
        this.declared = new DeclaredGround(gridSet.declarations());
        for (Declaration shared : gridSet.declarations()) {
            if (shared.declares() == Declaration.Kind.SHARED) {
                gridSet.findCell(shared.cells().getFirst())
                        .ifPresent(leading ->
                                led.put(shared.feature(), new PreparedGround(ground(leading, shared.ground()))));
            }
        }
    }

    /** What the innermost cells below one, or it itself where there are none, have of some ground. */
    private Geometry ground(Cell leading, Geometry shared) {
        var ground = new PreparedGround(shared);
        return Ground.union(innermost(leading, shared)
                .filter(cell -> ground.mayOverlap(cell.geometry()))
                .map(cell -> left(cell, Ground.both(cell.geometry(), shared)))
                .toList());
    }

    private Stream<Cell> innermost(Cell cell, Geometry near) {
        List<Cell> children = families.getOrDefault(cell.code(), List.of());
        return children.isEmpty()
                ? Stream.of(cell)
                : children.stream()
                        .filter(child -> child.geometry().getEnvelopeInternal().intersects(near.getEnvelopeInternal()))
                        .flatMap(child -> innermost(child, near));
    }

    /** While the declarations are still gone through: by those before. */
    Geometry ground(Cell cell) {
        return left(cell, cell.geometry());
    }

    /** What a cell keeps of a part of its ground. */
    private Geometry left(Cell cell, Geometry part) {
        List<Declaration> near = part.isEmpty() ? List.of() : declared.near(part);
        if (near.isEmpty()) {
            return part;
        }
        List<CellCode> path = gridSet.pathTo(cell).stream().map(Cell::code).toList();
        List<Geometry> taken = near.stream()
                .flatMap(it -> Stream.ofNullable(taken(it, path)))
                .filter(it -> it.mayOverlap(part))
                .map(PreparedGround::area)
                .toList();
        Geometry left = declared.without(part);
        return taken.isEmpty() ? left : Ground.minus(left, Ground.union(taken));
    }

    /** Of shared ground: what a cell has to leave, those below it have to leave too. */
    private @Nullable PreparedGround taken(Declaration shared, List<CellCode> path) {
        boolean isHis = shared.declares() == Declaration.Kind.SHARED
                && !path.contains(shared.cells().getFirst())
                && path.stream().anyMatch(shared.cells()::contains);
        return isHis ? led.get(shared.feature()) : null;
    }
}
