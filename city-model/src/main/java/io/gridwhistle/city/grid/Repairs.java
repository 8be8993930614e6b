package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.city.plane.Frame;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Mends a whole grid set from the top down, so that each parent's border stands when its cells are fitted into it.
 *
 * <p>Holes of the city that are narrow become its ground first, and then a district's, as other gaps do.
 */
final class Repairs {
    /** What is cut on the lattice may leave a seam to cut again. */
    private static final int MOST_ROUNDS = 5;

    private final GridSetDocument document;
    private final CellTree tree;
    private final Set<CellCode> parents;
    private final DeclaredGround declared;
    private final GridSetCheck sound;
    private final Frame frame;
    private final Map<Cell, Geometry> grounds = new java.util.IdentityHashMap<>();
    private final List<GridSetRepair> made = new ArrayList<>();

    Repairs(GridSetDocument document, CellTree tree, GridSetCheck sound) {
        this.document = document;
        this.tree = tree;
        this.parents = tree.families().keySet();
        this.declared = new DeclaredGround(document.declarations());
        this.sound = sound;
        this.frame = Frame.around(document.cells().stream().map(Cell::geometry).toList());
    }

    /** What was done, from the top down. */
    List<GridSetRepair> made() {
        return made;
    }

    /** By feature: the ground of each cell that was changed. */
    Map<Integer, Geometry> grounds() {
        Map<Integer, Geometry> byFeature = new HashMap<>();
        grounds.forEach((cell, ground) -> byFeature.put(tree.feature(cell), ground));
        return byFeature;
    }

    GridSetDocument run() {
        for (int round = 0, before = -1; round < MOST_ROUNDS && before < made.size(); round++) {
            before = made.size();
            mendAll();
        }
        return document.with(grounds);
    }

    private void mendAll() {
        var families = tree.families();
        document.cells().stream()
                .filter(cell -> families.containsKey(cell.code())
                        && tree.find(cell.code()).orElseThrow() == cell)
                .sorted(Comparator.comparing(Cell::level))
                .forEach(parent -> mendFamily(parent, families.getOrDefault(parent.code(), List.of())));
        document.cells().stream().sorted(Comparator.comparing(Cell::level)).forEach(cell -> {
            if (!cell.floors().isEmpty() || !tree.isOrdinary(cell)) {
                dropSlivers(cell);
            }
            tree.frame(cell).ifPresent(around -> cutOff(cell, around));
        });
    }

    private void mendFamily(Cell parent, List<Cell> children) {
        if (!sound.hasBorder(parent)
                || !children.stream().allMatch(sound::hasBorder)
                || !document.isWhole(parent.code())) {
            return;
        }
        if (parent.level() == Level.CITY) {
            fillHoles(parent);
        }
        List<Cell> now = children.stream().map(this::now).toList();
        // What fits together may have slivers all the same, the parent the same ones.
        if (!Tiling.isExact(now(parent), now, frame)
                || now.stream().anyMatch(cell -> hasSlivers(cell) || ownsGroundOutside(cell))) {
            var changed = new FamilyRepair(
                            now(parent), now, parents, document.declarations(), document.repairUpTo(), made::add)
                    .run();
            Stream.concat(Stream.of(parent), children.stream()).forEach(cell -> {
                Geometry ground = changed.get(cell.code());
                if (ground != null) {
                    grounds.put(cell, ground);
                }
            });
        }
    }

    private boolean hasSlivers(Cell cell) {
        List<Polygon> parts = Ground.pieces(cell.geometry());
        return parts.size() > 1 && parts.stream().anyMatch(this::isSliver);
    }

    private boolean ownsGroundOutside(Cell cell) {
        return !parents.contains(cell.code()) && declared.hasOutside(cell.geometry());
    }

    private boolean isSliver(Polygon part) {
        return Ground.isNarrower(part, Math.min(BorderCheck.SLIVER, document.repairUpTo()));
    }

    /** Of a cell that is in no family, unless it is all it has. */
    private void dropSlivers(Cell cell) {
        if (sound.hasBorder(cell) && hasSlivers(now(cell))) {
            Map<Boolean, List<Polygon>> parts =
                    Ground.pieces(now(cell).geometry()).stream().collect(Collectors.partitioningBy(this::isSliver));
            List<Polygon> left = parts.getOrDefault(false, List.of());
            if (!left.isEmpty()) {
                grounds.put(cell, wound(GeoJson.GEOMETRIES.buildGeometry(left)));
                parts.getOrDefault(true, List.of())
                        .forEach(part ->
                                made.add(new GridSetRepair(Kind.SLIVER, List.of(cell.code()), "left out", part)));
            }
        }
    }

    private void fillHoles(Cell city) {
        for (Polygon hole : Holes.of(now(city))) {
            if (Ground.isNarrower(hole, document.repairUpTo()) && !isDeclared(hole)) {
                grounds.put(city, wound(Ground.plus(now(city).geometry(), hole)));
                made.add(new GridSetRepair(Kind.GAP, List.of(city.code()), "a hole that was filled", hole));
            }
        }
    }

    private boolean isDeclared(Polygon hole) {
        return document.declarations().stream()
                .anyMatch(it -> it.declares() == Declaration.Kind.OUTSIDE
                        && Ground.pieces(Ground.both(it.ground(), hole)).stream()
                                .anyMatch(piece -> Ground.squareMetres(piece) > CoverageCheck.TOLERANCE));
    }

    /** A floor into its building, a mall's grid into its zone. */
    private void cutOff(Cell cell, Cell around) {
        if (!sound.hasBorder(cell)
                || !sound.hasBorder(around)
                || now(around).geometry().covers(now(cell).geometry())) {
            return;
        }
        for (Polygon piece :
                Ground.pieces(Ground.minus(now(cell).geometry(), now(around).geometry()))) {
            Geometry left = Ground.minus(now(cell).geometry(), piece);
            if (Ground.squareMetres(piece) > CoverageCheck.TOLERANCE
                    && Ground.isNarrower(piece, document.repairUpTo())
                    && !left.isEmpty()) {
                grounds.put(cell, wound(left));
                made.add(new GridSetRepair(
                        Kind.OUTSIDE,
                        List.of(cell.code(), around.code()),
                        "cut off, for it is not in '%s'".formatted(around.code()),
                        piece));
            }
        }
    }

    private Cell now(Cell cell) {
        Geometry ground = grounds.get(cell);
        return ground == null ? cell : cell.on(ground);
    }

    private static Geometry wound(Geometry ground) {
        return ground.norm().reverse();
    }
}
