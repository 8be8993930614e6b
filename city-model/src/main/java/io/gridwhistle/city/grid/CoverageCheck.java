package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Finds ground that a grid set leaves to nobody, or gives to several (绝不留下失控漏管空白).
 *
 * <p>Ordinary cells of one parent are to cover it and nothing else, each spot once; a parent without children needs none.
 * Floors lie above each other within their building. What is smaller than {@link #TOLERANCE} is taken as rounding.
 */
final class CoverageCheck {
    /** In square metres. */
    static final double TOLERANCE = 0.1;

    private final GridSet gridSet;
    private final List<CoverageFinding> findings = new ArrayList<>();

    private CoverageCheck(GridSet gridSet) {
        this.gridSet = gridSet;
    }

    /** The largest first. */
    static List<CoverageFinding> check(GridSet gridSet) {
        return new CoverageCheck(gridSet).findAll();
    }

    private List<CoverageFinding> findAll() {
        Map<CellCode, List<Cell>> children = new LinkedHashMap<>();
        for (Cell cell : gridSet.listCells()) {
            if (cell.parent() != null && gridSet.isOrdinary(cell)) {
                children.computeIfAbsent(cell.parent(), it -> new ArrayList<>()).add(cell);
            }
        }
        children.forEach((parent, below) -> checkFamily(gridSet.findCell(parent).orElseThrow(), below));
        gridSet.listCells().stream().filter(cell -> !cell.floors().isEmpty()).forEach(this::checkFloor);
        findings.sort(Comparator.comparingDouble(CoverageFinding::squareMetres)
                .reversed()
                .thenComparing(finding -> finding.cells().toString()));
        return List.copyOf(findings);
    }

    private void checkFamily(Cell parent, List<Cell> below) {
        List<Cell> ground =
                below.stream().filter(cell -> cell.floors().isEmpty()).toList();
        if (ground.isEmpty()) {
            return;
        }
        checkPairs(ground);
        Geometry all = UnaryUnionOp.union(ground.stream().map(Cell::geometry).toList());
        find(CoverageFinding.Kind.GAP, List.of(parent.code()), minus(parent.geometry(), all));
        for (Cell cell : ground) {
            if (!parent.geometry().covers(cell.geometry())) {
                find(
                        CoverageFinding.Kind.OUTSIDE,
                        List.of(cell.code(), parent.code()),
                        minus(cell.geometry(), parent.geometry()));
            }
        }
    }

    private void checkPairs(List<Cell> cells) {
        var tree = new STRtree();
        cells.forEach(cell -> tree.insert(cell.geometry().getEnvelopeInternal(), cell));
        for (Cell one : cells) {
            tree.query(one.geometry().getEnvelopeInternal(), item -> {
                if (item instanceof Cell other && one.code().compareTo(other.code()) < 0) {
                    find(
                            CoverageFinding.Kind.OVERLAP,
                            List.of(one.code(), other.code()),
                            OverlayNGRobust.overlay(one.geometry(), other.geometry(), OverlayNG.INTERSECTION));
                }
            });
        }
    }

    private void checkFloor(Cell floor) {
        if (floor.building() != null) {
            gridSet.findBuilding(floor.building(), null)
                    .ifPresent(building -> find(
                            CoverageFinding.Kind.OUTSIDE,
                            List.of(floor.code(), building.code()),
                            minus(floor.geometry(), building.geometry())));
        }
    }

    private static Geometry minus(Geometry whole, Geometry part) {
        return OverlayNGRobust.overlay(whole, part, OverlayNG.DIFFERENCE);
    }

    /** Each separate piece is a finding of its own. */
    private void find(CoverageFinding.Kind kind, List<CellCode> cells, Geometry where) {
        for (int i = 0; i < where.getNumGeometries(); i++) {
            if (where.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
                double area = Distances.squareMetres(piece);
                if (area > TOLERANCE) {
                    var inside = piece.getInteriorPoint();
                    findings.add(new CoverageFinding(kind, cells, new Point(inside.getX(), inside.getY()), area));
                }
            }
        }
    }
}
