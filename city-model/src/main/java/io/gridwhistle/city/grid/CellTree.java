package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a document by code and parent, whatever else is wrong with them.
 *
 * <p>Of a code that stands twice the first cell is taken. A parent that is of no higher level is none, so that every way
 * up ends.
 */
final class CellTree {
    private final Map<CellCode, Cell> byCode = new HashMap<>();
    private final Map<String, List<Cell>> buildings = new LinkedHashMap<>();
    private final Map<Cell, Integer> features = new IdentityHashMap<>();
    private final List<Cell> all;

    CellTree(GridSetDocument document) {
        this(document.cells());
        for (int i = 0; i < all.size(); i++) {
            features.put(all.get(i), document.features().get(i));
        }
    }

    /** Of cells whose document is not at hand. */
    CellTree(List<Cell> cells) {
        all = cells;
        for (Cell cell : all) {
            byCode.putIfAbsent(cell.code(), cell);
            if (cell.building() != null) {
                buildings
                        .computeIfAbsent(cell.building(), it -> new ArrayList<>())
                        .add(cell);
            }
        }
    }

    Optional<Cell> find(CellCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The cell's feature in the document (RFC 6901). */
    String pointer(Cell cell) {
        Integer feature = features.get(cell);
        return feature == null ? "" : "/features/" + feature;
    }

    int feature(Cell cell) {
        return features.getOrDefault(cell, -1);
    }

    Optional<Cell> parent(Cell cell) {
        return cell.parent() == null
                ? Optional.empty()
                : find(cell.parent()).filter(parent -> parent.level().compareTo(cell.level()) < 0);
    }

    /** The cell and those above it, from the bottom up. */
    List<Cell> upFrom(Cell cell) {
        var path = new ArrayList<Cell>();
        for (Cell at = cell; at != null; at = parent(at).orElse(null)) {
            path.add(at);
        }
        return path;
    }

    /** Whether it neither is nor lies under an exclusive grid. */
    boolean isOrdinary(Cell cell) {
        Cell at = cell;
        while (at != null && at.exclusive() == null) {
            at = parent(at).orElse(null);
        }
        return at == null;
    }

    /** The ordinary cells that lie beside each other in one parent, by that parent; floors lie above each other. */
    Map<CellCode, List<Cell>> families() {
        Map<CellCode, List<Cell>> families = new LinkedHashMap<>();
        for (Cell cell : all) {
            if (cell.parent() != null && cell.floors().isEmpty() && isOrdinary(cell)) {
                families.computeIfAbsent(cell.parent(), it -> new ArrayList<>()).add(cell);
            }
        }
        return families;
    }

    /** By building: the cells that name it, floors among them. */
    Map<String, List<Cell>> buildings() {
        return buildings;
    }

    /** What a cell that is in no family has to lie in: a floor in its building, a mall's grid in its zone. */
    Optional<Cell> frame(Cell cell) {
        if (!cell.floors().isEmpty()) {
            return buildings.getOrDefault(String.valueOf(cell.building()), List.of()).stream()
                    .filter(it -> it.floors().isEmpty())
                    .findFirst();
        }
        return isOrdinary(cell) ? Optional.empty() : parent(cell).filter(parent -> parent.level() != Level.CITY);
    }
}
