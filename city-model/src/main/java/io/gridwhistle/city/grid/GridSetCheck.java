package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What must hold of a grid set's cells before anything can be looked up in it: codes, parents, borders. */
final class GridSetCheck {
    private final Map<CellCode, Cell> cells = new HashMap<>();
    private final List<GridSetFinding> findings = new ArrayList<>();

    /** Everything wrong with these cells; empty where nothing is. */
    static List<GridSetFinding> check(GridSetDocument document) {
        return new GridSetCheck().findAll(document);
    }

    private List<GridSetFinding> findAll(GridSetDocument document) {
        List<Cell> all = document.cells();
        for (int i = 0; i < all.size(); i++) {
            if (cells.put(all.get(i).code(), all.get(i)) != null) {
                find(document.features().get(i), Kind.CODE, all.get(i), "the code '%s' stands twice");
            }
        }
        if (all.stream().noneMatch(cell -> cell.level() == Level.DISTRICT && cell.exclusive() == null)) {
            findSet("a grid set has at least one cell of level 'district'");
        }
        if (all.stream().filter(cell -> cell.level() == Level.CITY).count() > 1) {
            findSet("a grid set has one cell of level 'city'");
        }
        var extent = new Envelope();
        all.forEach(cell -> extent.expandToInclude(cell.geometry().getEnvelopeInternal()));
        if (Math.max(extent.getWidth(), extent.getHeight()) > Lattice.WIDEST_DEGREES) {
            findSet("a city is at most %d degrees wide and high".formatted(Lattice.WIDEST_DEGREES));
        }
        for (int i = 0; i < all.size(); i++) {
            int feature = document.features().get(i);
            checkPlace(feature, all.get(i));
            checkBorder(feature, all.get(i));
        }
        for (Declaration declared : document.declarations()) {
            declared.cells().stream()
                    .filter(code -> !cells.containsKey(code))
                    .forEach(code ->
                            findSet("declared ground names a cell that is not in the set: '%s'".formatted(code)));
            var validity = new IsValidOp(declared.ground());
            if (!validity.isValid()) {
                findSet("declared ground: %s".formatted(validity.getValidationError()));
            }
        }
        return findings;
    }

    private void checkPlace(int feature, Cell cell) {
        Cell parent = cell.parent() == null ? null : cells.get(cell.parent());
        if (cell.level() == Level.CITY) {
            if (cell.parent() != null) {
                find(feature, Kind.PARENT, cell, "the city '%s' has a parent");
            }
        } else if (cell.parent() == null) {
            find(feature, Kind.PARENT, cell, "cell '%s' has no parent");
        } else if (parent == null) {
            find(feature, Kind.PARENT, cell, "cell '%s' has a parent that is not in the set: '" + cell.parent() + "'");
        } else if (parent.level().compareTo(cell.level()) >= 0) {
            find(feature, Kind.PARENT, cell, "cell '%s' is not below the level of its parent '" + cell.parent() + "'");
        } else if (cell.district() != null
                && parent.district() != null
                && !cell.district().equals(parent.district())) {
            find(
                    feature,
                    Kind.PARENT,
                    cell,
                    "cell '%s' names another district than its parent: '" + parent.district() + "'");
        }
        if (!cell.floors().isEmpty() && cell.building() == null) {
            find(feature, Kind.FLOOR, cell, "cell '%s' has floors but names no building");
        }
        if (cell.level() == Level.DISTRICT && cell.exclusive() == null && cell.district() == null) {
            find(feature, Kind.PARENT, cell, "the district cell '%s' names no district");
        }
    }

    private void checkBorder(int feature, Cell cell) {
        if (cell.geometry().isEmpty()) {
            find(feature, Kind.GEOMETRY, cell, "cell '%s' has no area");
            return;
        }
        var fault = new IsValidOp(cell.geometry()).getValidationError();
        if (fault != null) {
            findings.add(GridSetFinding.at(
                    feature,
                    Kind.GEOMETRY,
                    cell,
                    "cell '%s': %s".formatted(cell.code(), fault.getMessage()),
                    GeoJson.GEOMETRIES.createPoint(fault.getCoordinate())));
        }
    }

    private void find(int feature, Kind kind, Cell cell, String detail) {
        findings.add(GridSetFinding.at(feature, kind, cell, detail.formatted(cell.code())));
    }

    private void findSet(String detail) {
        findings.add(new GridSetFinding(Kind.DOCUMENT, "/features", List.of(), detail, null));
    }
}
