package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each building is one cell, and each of its floors at most one other. */
final class FloorCheck {
    private final String building;
    private final Findings findings;

    private FloorCheck(String building, Findings findings) {
        this.building = building;
        this.findings = findings;
    }

    static void check(CellTree tree, Findings findings) {
        tree.buildings().forEach((building, cells) -> new FloorCheck(building, findings).check(cells));
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
    }

    private void find(Cell cell, String detail) {
        findings.add(Kind.FLOOR, cell, detail);
    }
}
