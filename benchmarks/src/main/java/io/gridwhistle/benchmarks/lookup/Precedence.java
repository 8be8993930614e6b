package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.id.CellCode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The cells that others than the grid set index, each list with those first that go first where several hold a point. */
final class Precedence {
    private static final Comparator<Cell> ZONES =
            Comparator.comparingInt((Cell zone) -> -priority(zone)).thenComparing(Cell::code);

    private Precedence() {}

    /** Neither exclusive nor below such a one; floors are found by their building. */
    static List<Cell> ordinary(GridSet gridSet) {
        return gridSet.listCells().stream()
                .filter(cell -> cell.floors().isEmpty())
                .filter(cell -> gridSet.pathTo(cell).stream().allMatch(it -> it.exclusive() == null))
                .sorted(Comparator.comparing(Cell::level).reversed().thenComparing(Cell::code))
                .toList();
    }

    static List<Cell> leaves(GridSet gridSet) {
        List<Cell> ordinary = ordinary(gridSet);
        Set<CellCode> parents =
                ordinary.stream().map(Cell::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        return ordinary.stream().filter(cell -> !parents.contains(cell.code())).toList();
    }

    static List<Cell> zones(GridSet gridSet) {
        return gridSet.listCells().stream()
                .filter(cell -> cell.exclusive() != null)
                .sorted(ZONES)
                .toList();
    }

    private static int priority(Cell zone) {
        return Optional.ofNullable(zone.exclusive())
                .map(exclusive -> exclusive.priority())
                .orElse(0);
    }
}
