package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each building is one cell, and each of its floors at most one other, in that building, with nothing below it. */
final class FloorCheck {
    private final String building;
    private final CellTree tree;
    private final Findings findings;

    private FloorCheck(String building, CellTree tree, Findings findings) {
        this.building = building;
        this.tree = tree;
        this.findings = findings;
    }

    static void check(List<Cell> cells, CellTree tree, Findings findings) {
        tree.buildings().forEach((building, its) -> new FloorCheck(building, tree, findings).check(its));
        for (Cell cell : cells) {
            if (cell.building() != null && cell.building().isBlank()) {
                findings.add(Kind.FLOOR, cell, "cell '%s' names a building without a code");
            }
            if (cell.floors().stream().anyMatch(String::isBlank)) {
                findings.add(Kind.FLOOR, cell, "cell '%s' names a floor without a code");
            }
            // Floors own no ground by themselves; what lay below one would own ground that is another's.
            tree.parent(cell)
                    .filter(parent -> !parent.floors().isEmpty())
                    .ifPresent(floor -> findings.add(
                            Kind.PARENT,
                            cell,
                            "cell '%s' lies below a floor, '" + floor.code() + "'; a floor is not divided"));
        }
    }

    private void check(List<Cell> cells) {
        List<Cell> wholes =
                cells.stream().filter(cell -> cell.floors().isEmpty()).toList();
        if (wholes.isEmpty()) {
            find(cells.getFirst(), "cell '%s' is a floor of building '" + building + "', which no cell is as a whole");
        }
        for (Cell another : wholes.stream().skip(1).toList()) {
            String other = wholes.getFirst().code().value();
            find(another, "cell '%s' is building '" + building + "', which '" + other + "' is; name its floors");
        }
        Map<String, Cell> floors = new HashMap<>();
        for (Cell cell : cells) {
            for (String floor : cell.floors()) {
                Cell other = floors.putIfAbsent(floor, cell);
                if (other != null) {
                    String which =
                            "floor '%s' of building '%s', which '%s' is".formatted(floor, building, other.code());
                    find(cell, "cell '%s' is " + which);
                }
            }
        }
        wholes.stream().findFirst().ifPresent(whole -> checkParents(whole, cells));
    }

    /** Whoever answers for a building answers for its floors, and what the matrix says of it holds there. */
    private void checkParents(Cell whole, List<Cell> cells) {
        for (Cell cell : cells) {
            if (!cell.floors().isEmpty()
                    && tree.parent(cell).filter(parent -> parent != whole).isPresent()) {
                findings.add(
                        Kind.PARENT,
                        cell,
                        "floor '%s' of building '" + building + "' hangs from another cell than '" + whole.code()
                                + "', which the building is");
            }
        }
    }

    private void find(Cell cell, String detail) {
        findings.add(Kind.FLOOR, cell, detail);
    }
}
