package io.gridwhistle.city.grid;

import static io.gridwhistle.city.grid.Ground.both;
import static io.gridwhistle.city.grid.Ground.minus;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds ground that a grid set leaves to nobody, or gives to several (绝不留下失控漏管空白).
 *
 * <p>Ordinary cells of one parent are to cover it and nothing else, each spot once; a parent without children needs none.
 * Floors lie above each other within their building. A family that {@link Tiling} proves is done with; of every other one
 * each piece of ground that is covered wrongly is a finding, but for what is smaller than {@link #TOLERANCE} and for
 * declared ground.
 */
final class CoverageCheck {
    /** In square metres: what borders may be apart where they share no vertices, and are written with few decimals. */
    static final double TOLERANCE = 0.1;
    /** In metres: a cell's separate part that is nowhere wider was hardly meant. */
    static final double SLIVER = 0.1;

    private final GridSet gridSet;
    private final List<GridSetFinding> findings = new ArrayList<>();

    private CoverageCheck(GridSet gridSet) {
        this.gridSet = gridSet;
    }

    /** The largest first. */
    static List<GridSetFinding> check(GridSet gridSet) {
        return new CoverageCheck(gridSet).findAll();
    }

    private List<GridSetFinding> findAll() {
        gridSet.forEachFamily(this::checkFamily);
        for (Cell cell : gridSet.listCells()) {
            checkBorder(cell);
            gridSet.findFrameOf(cell).ifPresent(around -> checkInside(cell, around));
        }
        findings.sort(Comparator.comparingDouble(GridSetFinding::squareMetres)
                .reversed()
                .thenComparing(finding -> finding.cells().toString()));
        return List.copyOf(findings);
    }

    private void checkFamily(Cell parent, List<Cell> ground) {
        if (Tiling.isExact(parent, ground, gridSet.frame())) {
            return;
        }
        forEachOverlap(ground, gridSet.declarations(), (pair, piece) -> find(Kind.OVERLAP, pair, piece));
        listGaps(parent, ground, gridSet.declarations()).forEach(gap -> find(Kind.GAP, List.of(parent), gap));
        ground.forEach(cell -> checkInside(cell, parent));
    }

    /** The ground that is covered by two of these cells without being declared as shared, piece by piece. */
    static void forEachOverlap(
            List<Cell> ground, List<Declaration> declarations, BiConsumer<List<Cell>, Polygon> visitor) {
        var tree = new STRtree();
        ground.forEach(cell -> tree.insert(cell.geometry().getEnvelopeInternal(), cell));
        for (Cell one : ground) {
            tree.query(one.geometry().getEnvelopeInternal(), item -> {
                if (item instanceof Cell other && one.code().compareTo(other.code()) < 0) {
                    Geometry overlap = both(one.geometry(), other.geometry());
                    for (Declaration declared : declarations) {
                        if (declared.sharesOut(one.code()) && declared.sharesOut(other.code())) {
                            overlap = minus(overlap, declared.ground());
                        }
                    }
                    large(overlap).forEach(piece -> visitor.accept(List.of(one, other), piece));
                }
            });
        }
    }

    /** The parent's ground that is nobody's without being declared as outside, piece by piece. */
    static List<Polygon> listGaps(Cell parent, List<Cell> ground, List<Declaration> declarations) {
        Geometry gaps = minus(
                parent.geometry(),
                Ground.union(ground.stream().map(Cell::geometry).toList()));
        for (Declaration declared : declarations) {
            if (declared.declares() == Declaration.Kind.OUTSIDE && !gaps.isEmpty()) {
                gaps = minus(gaps, declared.ground());
            }
        }
        return large(gaps);
    }

    static List<Polygon> listOutside(Cell cell, Cell around) {
        return around.geometry().covers(cell.geometry()) ? List.of() : large(minus(cell.geometry(), around.geometry()));
    }

    private static List<Polygon> large(Geometry where) {
        return Ground.pieces(where).stream()
                .filter(piece -> Ground.squareMetres(piece) > TOLERANCE)
                .toList();
    }

    private void checkInside(Cell cell, Cell around) {
        listOutside(cell, around).forEach(piece -> find(Kind.OUTSIDE, List.of(cell, around), piece));
    }

    private void checkBorder(Cell cell) {
        if (!GeoJson.isWoundRight(cell.geometry())) {
            find(Kind.WINDING, List.of(cell), cell.geometry());
        }
        for (Polygon part : Ground.pieces(cell.geometry())) {
            if (Ground.width(part) < SLIVER) {
                find(Kind.SLIVER, List.of(cell), part);
            }
        }
    }

    private void find(Kind kind, List<Cell> cells, Geometry where) {
        List<CellCode> codes = cells.stream().map(Cell::code).toList();
        String detail = switch (kind) {
            case GAP ->
                "ground of '%s' that is in none of the cells below it; declare it as outside, or cover it"
                        .formatted(codes.getFirst());
            case OVERLAP ->
                "ground of both '%s' and '%s'; declare it as shared, or give it to one of them"
                        .formatted(codes.getFirst(), codes.getLast());
            case OUTSIDE -> "ground of '%s' that is not in '%s'".formatted(codes.getFirst(), codes.getLast());
            case SLIVER -> "a part of '%s' that is nowhere %.1f m wide".formatted(codes.getFirst(), SLIVER);
            default -> "outer rings of '%s' run counterclockwise, holes clockwise".formatted(codes.getFirst());
        };
        findings.add(new GridSetFinding(kind, gridSet.pointerTo(cells.getFirst()), codes, detail, where));
    }
}
