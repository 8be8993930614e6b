package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.Arrangement.Face;
import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;

/**
 * Mends what is narrow between the cells of one parent: what reaches out of the parent or into ground declared as
 * outside is cut off, of an overlap the lowest
 * code keeps the ground, a gap goes to the cell with which it shares the longest border.
 *
 * <p>The parent's border stands, but for slivers that are no child's. What is wider is left as it is.
 */
final class FamilyRepair {
    private final Cell parent;
    /** By code, so that the earlier keeps what it shares. */
    private final List<Cell> children;

    private final List<Declaration> declarations;
    /** Cells that have others below them own no ground themselves. */
    private final Set<CellCode> parents;

    private final double metres;
    private final Consumer<GridSetRepair> report;
    private final Arrangement ground;
    /** By child: how many faces it has. */
    private final int[] held;
    /** By child, and of the parent after them: whether it has lost or won ground. */
    private final BitSet changed = new BitSet();

    FamilyRepair(
            Cell parent,
            List<Cell> children,
            Set<CellCode> parents,
            List<Declaration> declarations,
            double metres,
            Consumer<GridSetRepair> report) {
        this.parent = parent;
        this.children =
                children.stream().sorted(Comparator.comparing(Cell::code)).toList();
        this.declarations = declarations.stream()
                .filter(it -> it.ground()
                        .getEnvelopeInternal()
                        .intersects(parent.geometry().getEnvelopeInternal()))
                .toList();
        this.parents = parents;
        this.metres = metres;
        this.report = report;
        var areas = new ArrayList<Geometry>();
        this.children.forEach(child -> areas.add(child.geometry()));
        areas.add(parent.geometry());
        this.declarations.forEach(it -> areas.add(it.ground()));
        ground = new Arrangement(areas);
        held = new int[this.children.size()];
        ground.faces().forEach(face -> Arrays.stream(holders(face)).forEach(child -> held[child]++));
    }

    /** The new ground of each cell that has lost or won some. */
    Map<CellCode, Geometry> run() {
        cutOff();
        keepOut();
        settleOverlaps();
        dropSlivers();
        fillGaps();
        Map<CellCode, Geometry> grounds = new HashMap<>();
        byChild(face -> true).forEach((child, faces) -> {
            if (changed.get(child)) {
                grounds.put(code(child), Arrangement.join(faces));
            }
        });
        if (changed.get(children.size())) {
            var left = ground.faces().stream().filter(this::isInParent).toList();
            grounds.put(parent.code(), Arrangement.join(left));
        }
        return grounds;
    }

    private void cutOff() {
        byChild(face -> !isInParent(face)).forEach((child, faces) -> {
            for (List<Face> piece : narrow(faces)) {
                String why = "cut off, for it is not in '%s'".formatted(parent.code());
                take(child, piece, Kind.OUTSIDE, List.of(code(child), parent.code()), why);
            }
        });
    }

    /** Of what is declared as outside, by those who would own it. */
    private void keepOut() {
        byChild(this::isOutside).forEach((child, faces) -> {
            for (List<Face> piece : parents.contains(code(child)) ? List.<List<Face>>of() : narrow(faces)) {
                take(child, piece, Kind.OVERLAP, List.of(code(child)), "cut off, for it is declared as outside");
            }
        });
    }

    private void settleOverlaps() {
        overlaps().forEach((pair, faces) -> {
            List<Face> still = faces.stream()
                    .filter(face -> face.holders.get(pair.keeper()) && face.holders.get(pair.loser()))
                    .toList();
            for (List<Face> piece : narrow(still)) {
                String why = "kept by '%s', the lower code".formatted(code(pair.keeper()));
                take(pair.loser(), piece, Kind.OVERLAP, List.of(code(pair.keeper()), code(pair.loser())), why);
            }
        });
    }

    private record Pair(int keeper, int loser) {}

    private SortedMap<Pair, List<Face>> overlaps() {
        SortedMap<Pair, List<Face>> overlaps =
                new TreeMap<>(Comparator.comparingInt(Pair::keeper).thenComparingInt(Pair::loser));
        for (Face face : ground.faces()) {
            int[] holders = holders(face);
            for (int i = 0; i < holders.length; i++) {
                for (int j = i + 1; j < holders.length; j++) {
                    if (!isShared(face, holders[i], holders[j])) {
                        overlaps.computeIfAbsent(new Pair(holders[i], holders[j]), it -> new ArrayList<>())
                                .add(face);
                    }
                }
            }
        }
        return overlaps;
    }

    private void dropSlivers() {
        byChild(face -> true).forEach((child, faces) -> {
            for (List<Face> piece : ground.pieces(faces)) {
                if (isSliver(piece)) {
                    take(child, piece, Kind.SLIVER, List.of(code(child)), "left out");
                }
            }
        });
    }

    private void fillGaps() {
        var nobodys = ground.faces().stream()
                .filter(face -> isInParent(face) && isNobodys(face))
                .toList();
        for (List<Face> piece : narrow(nobodys)) {
            ground.neighbours(piece).entrySet().stream()
                    .filter(entry -> entry.getKey() < children.size())
                    .max(Map.Entry.<Integer, Double>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .ifPresentOrElse(
                            to -> give(to, piece, "with which it shares the longest border"), () -> settleAlone(piece));
        }
    }

    /** What has a border with none is a part of the parent by itself; where nobody meant that, the parent's neighbours get it. */
    private void settleAlone(List<Face> piece) {
        if (isSliver(piece)) {
            piece.forEach(face -> face.holders.clear(children.size()));
            changed.set(children.size());
            report(Kind.SLIVER, List.of(parent.code()), "left out", piece);
        } else {
            give(nearest(piece), piece, "the nearest, for it has a border with none");
        }
    }

    private boolean isSliver(List<Face> piece) {
        return Ground.isNarrower(Arrangement.join(piece), Math.min(BorderCheck.SLIVER, metres));
    }

    private int nearest(List<Face> piece) {
        Geometry area = Arrangement.join(piece);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < children.size(); i++) {
            double degrees = children.get(i).geometry().distance(area);
            if (degrees < least) {
                least = degrees;
                nearest = i;
            }
        }
        return nearest;
    }

    private void give(int child, List<Face> piece, String because) {
        piece.forEach(face -> face.holders.set(child));
        held[child] += piece.size();
        changed.set(child);
        String why = "given to '%s', %s".formatted(code(child), because);
        report(Kind.GAP, List.of(parent.code(), code(child)), why, piece);
    }

    /** From a cell, unless it is all it has. */
    private void take(int child, List<Face> piece, Kind kind, List<CellCode> cells, String why) {
        if (piece.size() < held[child]) {
            piece.forEach(face -> face.holders.clear(child));
            held[child] -= piece.size();
            changed.set(child);
            report(kind, cells, why, piece);
        }
    }

    private void report(Kind kind, List<CellCode> cells, String why, List<Face> piece) {
        report.accept(new GridSetRepair(kind, cells, why, Arrangement.join(piece)));
    }

    private List<List<Face>> narrow(List<Face> faces) {
        return ground.pieces(faces).stream()
                .filter(piece -> Ground.isNarrower(Arrangement.join(piece), metres))
                .toList();
    }

    private SortedMap<Integer, List<Face>> byChild(Predicate<Face> kind) {
        SortedMap<Integer, List<Face>> byChild = new TreeMap<>();
        for (Face face : ground.faces()) {
            if (kind.test(face)) {
                for (int child : holders(face)) {
                    byChild.computeIfAbsent(child, it -> new ArrayList<>()).add(face);
                }
            }
        }
        return byChild;
    }

    private int[] holders(Face face) {
        return face.holders.stream().filter(i -> i < children.size()).toArray();
    }

    private boolean isInParent(Face face) {
        return face.holders.get(children.size());
    }

    /** Neither a cell's nor declared as outside. */
    private boolean isNobodys(Face face) {
        return face.holders.nextSetBit(0) >= children.size() && !isOutside(face);
    }

    private boolean isOutside(Face face) {
        return declaredOn(face).stream().anyMatch(it -> it.declares() == Declaration.Kind.OUTSIDE);
    }

    private boolean isShared(Face face, int one, int other) {
        return declaredOn(face).stream().anyMatch(it -> it.sharesOut(code(one)) && it.sharesOut(code(other)));
    }

    private List<Declaration> declaredOn(Face face) {
        int first = children.size() + 1;
        return face.holders.stream()
                .filter(i -> i >= first)
                .mapToObj(i -> declarations.get(i - first))
                .toList();
    }

    private CellCode code(int child) {
        return children.get(child).code();
    }
}
