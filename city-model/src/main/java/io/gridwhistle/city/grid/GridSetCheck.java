package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What must hold of a grid set before anybody is routed by it. */
final class GridSetCheck {
    private final Map<CellCode, Cell> cells = new HashMap<>();
    private final List<GridSetFinding> findings = new ArrayList<>();

    /** Everything wrong with these cells; empty where nothing is. */
    static List<GridSetFinding> check(List<Cell> cells) {
        return new GridSetCheck().findAll(cells);
    }

    private List<GridSetFinding> findAll(List<Cell> all) {
        for (int i = 0; i < all.size(); i++) {
            if (cells.put(all.get(i).code(), all.get(i)) != null) {
                find(i, "the code '%s' stands twice".formatted(all.get(i).code()));
            }
        }
        if (all.stream().noneMatch(cell -> cell.level() == Level.DISTRICT && cell.exclusive() == null)) {
            findings.add(new GridSetFinding("/features", "a grid set has at least one cell of level 'district'"));
        }
        for (int i = 0; i < all.size(); i++) {
            checkCell(i, all.get(i));
        }
        return findings;
    }

    private void checkCell(int index, Cell cell) {
        if (cell.level() == Level.CITY) {
            if (cell.parent() != null) {
                find(index, "the city '%s' has a parent".formatted(cell.code()));
            }
        } else if (cell.parent() == null) {
            find(index, "cell '%s' has no parent".formatted(cell.code()));
        } else if (!cells.containsKey(cell.parent())) {
            find(index, "cell '%s' has a parent that is not in the set: '%s'".formatted(cell.code(), cell.parent()));
        } else if (cells.get(cell.parent()).level().compareTo(cell.level()) >= 0) {
            find(index, "cell '%s' is not below the level of its parent '%s'".formatted(cell.code(), cell.parent()));
        }
        if (cell.exclusive() != null && cell.exclusive().lead() == null && cell.chief() == null) {
            find(index, "the exclusive grid '%s' has neither lead nor chief".formatted(cell.code()));
        }
        if (!cell.floors().isEmpty() && cell.building() == null) {
            find(index, "cell '%s' has floors but names no building".formatted(cell.code()));
        }
        if (cell.level() == Level.DISTRICT && cell.exclusive() == null && cell.district() == null) {
            find(index, "the district cell '%s' names no district".formatted(cell.code()));
        }
        if (cell.geometry().isEmpty()) {
            find(index, "cell '%s' has no area".formatted(cell.code()));
        }
        var validity = new IsValidOp(cell.geometry());
        if (!validity.isValid()) {
            find(index, "cell '%s': %s".formatted(cell.code(), validity.getValidationError()));
        }
    }

    private void find(int index, String detail) {
        findings.add(new GridSetFinding("/features/" + index, detail));
    }
}
