package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.CellCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Declared ground is what its declaration says: shared ground is in each of the cells that share it, ground outside in none
 * that owns ground.
 *
 * <p>Otherwise a declaration could take ground from a cell without giving it to another.
 */
final class DeclarationCheck {
    private final CellTree tree;
    private final GridSetCheck sound;
    private final Findings findings;
    private final Effort effort;
    /** Cells that own the ground they have: ordinary ones with no others below. */
    private final STRtree owners = new STRtree();

    private final Map<CellCode, PreparedGround> prepared = new HashMap<>();

    private DeclarationCheck(
            GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings, Effort effort) {
        this.tree = tree;
        this.sound = sound;
        this.findings = findings;
        this.effort = effort;
        Set<CellCode> parents = tree.families().keySet();
        document.cells().stream()
                .filter(cell -> cell.level() != Level.CITY && cell.floors().isEmpty() && tree.isOrdinary(cell))
                .filter(cell -> sound.hasBorder(cell) && !parents.contains(cell.code()))
                .forEach(cell -> owners.insert(cell.geometry().getEnvelopeInternal(), cell));
        owners.build();
    }

    static void check(GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings, Effort effort) {
        var check = new DeclarationCheck(document, tree, sound, findings, effort);
        for (Declaration declared : document.declarations()) {
            if (declared.declares() == Declaration.Kind.OUTSIDE) {
                check.checkOutside(declared);
            } else {
                check.checkNames(declared);
                check.checkShared(declared);
            }
        }
    }

    private void checkNames(Declaration declared) {
        var named = new HashSet<CellCode>();
        for (CellCode code : declared.cells()) {
            if (!named.add(code)) {
                find(declared, "shared ground names '%s' twice".formatted(code));
            }
        }
        for (CellCode code : named) {
            tree.find(code).ifPresent(cell -> {
                if (!tree.isOrdinary(cell) || !cell.floors().isEmpty()) {
                    find(
                            declared,
                            "shared ground names '%s', which is exclusive or a floor: it is of cells that own ground"
                                    .formatted(code));
                }
                tree.upFrom(cell).stream()
                        .skip(1)
                        .map(Cell::code)
                        .filter(named::contains)
                        .forEach(above -> find(
                                declared,
                                "shared ground names '%s' and '%s', which lies above it".formatted(code, above)));
            });
        }
    }

    private void find(Declaration declared, String detail) {
        findings.add(Kind.FEATURE, declared, detail);
    }

    private void checkShared(Declaration declared) {
        for (CellCode code : declared.cells()) {
            tree.find(code).filter(sound::hasBorder).ifPresent(cell -> {
                var ground = prepared.computeIfAbsent(code, it -> new PreparedGround(cell.geometry()));
                if (mayCompare(declared, cell) && !ground.covers(declared.ground())) {
                    find(
                            Kind.OUTSIDE,
                            declared,
                            cell,
                            "shared ground that is not in '%s'; of what several own together, each has all",
                            Ground.minus(declared.ground(), cell.geometry()));
                }
            });
        }
    }

    private void checkOutside(Declaration declared) {
        var ground = new PreparedGround(declared.ground());
        owners.query(declared.ground().getEnvelopeInternal(), item -> {
            if (item instanceof Cell cell && mayCompare(declared, cell) && ground.mayOverlap(cell.geometry())) {
                find(
                        Kind.OVERLAP,
                        declared,
                        cell,
                        "ground of '%s' that is declared as outside; leave it out of the cell, or declare less",
                        Ground.both(declared.ground(), cell.geometry()));
            }
        });
    }

    private boolean mayCompare(Declaration declared, Cell cell) {
        if (findings.isEnough() || effort.isSpent()) {
            return false;
        }
        effort.compare(declared.ground(), cell.geometry());
        return true;
    }

    private void find(Kind kind, Declaration declared, Cell cell, String detail, Geometry where) {
        CoverageCheck.large(where)
                .forEach(piece ->
                        findings.add(kind, declared, List.of(cell.code()), detail.formatted(cell.code()), piece));
    }
}
