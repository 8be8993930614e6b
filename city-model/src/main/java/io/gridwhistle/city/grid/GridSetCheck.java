package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.city.plane.Lattice;
import io.gridwhistle.events.id.CellCode;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What must hold of a grid set's cells before anything can be looked up in it: codes, parents, borders. */
final class GridSetCheck {
    private final GridSetDocument document;
    private final CellTree tree;
    private final Findings findings;
    private final Set<CellCode> known;
    private final Set<Cell> withoutBorder = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isMeasurable = true;

    GridSetCheck(GridSetDocument document, CellTree tree) {
        this.document = document;
        this.tree = tree;
        this.findings = new Findings(tree);
        this.known = document.codes();
        findAll();
    }

    /** Everything wrong with these cells; empty where nothing is. */
    List<GridSetFinding> findings() {
        return findings.all();
    }

    /** Whether the ground that cells and declarations have can be reckoned with at all. */
    boolean isMeasurable() {
        return isMeasurable;
    }

    boolean hasBorder(Cell cell) {
        return !withoutBorder.contains(cell);
    }

    private void findAll() {
        List<Cell> all = document.cells();
        Set<CellCode> seen = new HashSet<>();
        for (Cell cell : all) {
            if (!seen.add(cell.code())) {
                findings.add(Kind.CODE, cell, "the code '%s' stands twice");
            }
        }
        if (document.unread().isEmpty()
                && all.stream().noneMatch(cell -> cell.level() == Level.DISTRICT && cell.exclusive() == null)) {
            findings.addToSet("a grid set has at least one cell of level 'district'");
        }
        if (all.stream().filter(cell -> cell.level() == Level.CITY).count() > 1) {
            findings.addToSet("a grid set has one cell of level 'city'");
        }
        checkExtent();
        for (Cell cell : all) {
            checkPlace(cell);
            checkBorder(cell);
        }
        document.declarations().forEach(this::checkDeclaration);
    }

    private void checkExtent() {
        List<Geometry> grounds = Stream.concat(
                        document.cells().stream().map(Cell::geometry),
                        document.declarations().stream().map(Declaration::ground))
                .toList();
        var extent = new Envelope();
        grounds.forEach(ground -> extent.expandToInclude(ground.getEnvelopeInternal()));
        if (!isWithinReach(extent)) {
            isMeasurable = false;
            findings.addToSet(
                    isWithinReach(eastOfGreenwich(grounds))
                            ? "a city does not lie across 180° of longitude: such boundaries are not supported"
                            : "a city is at most %d degrees wide and high".formatted(Lattice.WIDEST_DEGREES));
        }
    }

    private static boolean isWithinReach(Envelope extent) {
        return Math.max(extent.getWidth(), extent.getHeight()) <= Lattice.WIDEST_DEGREES;
    }

    /** With longitudes from 0 to 360. */
    private static Envelope eastOfGreenwich(List<Geometry> grounds) {
        var extent = new Envelope();
        for (Geometry ground : grounds) {
            for (Coordinate corner : ground.getCoordinates()) {
                extent.expandToInclude(corner.x < 0 ? corner.x + 360 : corner.x, corner.y);
            }
        }
        return extent;
    }

    private void checkPlace(Cell cell) {
        Cell parent = cell.parent() == null ? null : tree.find(cell.parent()).orElse(null);
        if (cell.level() == Level.CITY) {
            if (cell.parent() != null) {
                findings.add(Kind.PARENT, cell, "the city '%s' has a parent");
            }
        } else if (cell.parent() == null) {
            findings.add(Kind.PARENT, cell, "cell '%s' has no parent");
        } else if (parent == null) {
            if (!known.contains(cell.parent())) {
                findings.add(
                        Kind.PARENT, cell, "cell '%s' has a parent that is not in the set: '" + cell.parent() + "'");
            }
        } else if (parent.level().compareTo(cell.level()) >= 0) {
            findings.add(Kind.PARENT, cell, "cell '%s' is not below the level of its parent '" + cell.parent() + "'");
        } else if (parent.level() == Level.CITY && cell.level() != Level.DISTRICT && tree.isOrdinary(cell)) {
            findings.add(
                    Kind.PARENT,
                    cell,
                    "cell '%s' lies directly in the city; its parent is a district, or a cell below one");
        } else {
            checkDistrict(cell);
        }
        if (!cell.floors().isEmpty() && cell.building() == null) {
            findings.add(Kind.FLOOR, cell, "cell '%s' has floors but names no building");
        }
        if (cell.level() == Level.DISTRICT && cell.exclusive() == null && cell.district() == null) {
            findings.add(Kind.DISTRICT, cell, "the district cell '%s' names no district");
        }
    }

    private void checkDistrict(Cell cell) {
        tree.upFrom(cell).stream()
                .skip(1)
                .filter(above -> above.district() != null)
                .findFirst()
                .filter(above -> cell.district() != null && !cell.district().equals(above.district()))
                .ifPresent(above -> findings.add(
                        Kind.PARENT,
                        cell,
                        "cell '%s' names another district than '" + above.code() + "' above it, which is in '"
                                + above.district() + "'"));
    }

    private void checkBorder(Cell cell) {
        if (cell.geometry().isEmpty()) {
            findings.add(Kind.GEOMETRY, cell, "cell '%s' has no area");
            withoutBorder.add(cell);
            return;
        }
        var fault = new IsValidOp(cell.geometry()).getValidationError();
        if (fault != null) {
            findings.add(
                    Kind.GEOMETRY,
                    cell,
                    "cell '%s': " + fault.getMessage(),
                    GeoJson.GEOMETRIES.createPoint(fault.getCoordinate()));
            withoutBorder.add(cell);
        }
    }

    private void checkDeclaration(Declaration declared) {
        declared.cells().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> findings.add(
                        Kind.FEATURE,
                        declared,
                        "declared ground names a cell that is not in the set: '%s'".formatted(code)));
        var fault = new IsValidOp(declared.ground()).getValidationError();
        if (fault != null) {
            isMeasurable = false;
            findings.add(Kind.GEOMETRY, declared, "declared ground: " + fault.getMessage());
        }
    }
}
