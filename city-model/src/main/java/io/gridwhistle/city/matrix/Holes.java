package io.gridwhistle.city.matrix;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.Exclusive;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where a class has nobody: a component no owner, an event neither an owner nor anybody in the territory.
 *
 * <p>Asked is for each cell that owns ground, with all the cells above it; an exclusive grid helps where it covers all of
 * the cell's ground. Of boundaries that were proven, for a post that no order reaches counts as filled here.
 */
public final class Holes {
    /** Of a hole's cells, so many are named. */
    private static final int NAMED = 5;

    private final GridSet gridSet;
    private final List<Responsibility> matrix;
    /** By ordinary cell: those below it, which own its ground. */
    private final Map<CellCode, List<Cell>> below = new HashMap<>();

    private final List<Cell> owners;
    private final List<Cell> exclusives;

    private Holes(List<Responsibility> matrix, GridSet gridSet) {
        this.gridSet = gridSet;
        this.matrix = matrix;
        var ordinary = gridSet.listCells().stream()
                .filter(cell ->
                        cell.floors().isEmpty() && gridSet.pathTo(cell).stream().allMatch(it -> it.exclusive() == null))
                .toList();
        for (Cell cell : ordinary) {
            if (cell.parent() != null) {
                below.computeIfAbsent(cell.parent(), it -> new ArrayList<>()).add(cell);
            }
        }
        owners = ordinary.stream()
                .filter(cell -> !below.containsKey(cell.code()))
                .toList();
        exclusives = gridSet.listCells().stream()
                .filter(cell -> cell.exclusive() != null)
                .toList();
    }

    public static List<MatrixFinding> find(List<Responsibility> matrix, City city, GridSet gridSet) {
        var holes = new Holes(matrix, gridSet);
        return city.classes().stream()
                .flatMap(caseClass -> holes.find(caseClass).stream())
                .toList();
    }

    private Optional<MatrixFinding> find(CaseClass caseClass) {
        Set<String> territories = matrix.stream()
                .filter(line -> line.role() == Responsibility.Duty.OWNER
                        && (line.classCode().equals(Responsibility.ANY)
                                || line.classCode().equals(caseClass.code().value())))
                .map(Responsibility::territory)
                .collect(Collectors.toSet());
        if (territories.contains(Responsibility.ANY)) {
            return Optional.empty();
        }
        boolean isComponent = caseClass.kind() == CaseClass.Kind.COMPONENT;
        Set<CellCode> nobodys = owners.stream()
                .filter(cell -> isNobodys(cell, caseClass, territories, isComponent))
                .map(Cell::code)
                .collect(Collectors.toSet());
        if (nobodys.isEmpty()) {
            return Optional.empty();
        }
        String what = isComponent ? "has no owner" : "has neither an owner nor a filled post";
        String right = isComponent
                ? "a line for it, or for '*', there or in a cell above"
                : "a line, or a chief, there or above";
        return Optional.of(new MatrixFinding(
                "", "class '%s' %s in %s; %s is needed".formatted(caseClass.code(), what, named(nobodys), right)));
    }

    private boolean isNobodys(Cell cell, CaseClass caseClass, Set<String> territories, boolean isComponent) {
        List<Cell> path = gridSet.pathTo(cell);
        if (path.stream()
                .anyMatch(it -> territories.contains(it.code().value()) || (!isComponent && it.chief() != null))) {
            return false;
        }
        List<Cell> helping = exclusives.stream()
                .filter(it -> territories.contains(it.code().value()) || (!isComponent && leads(it)))
                .filter(it -> it.exclusive() != null && it.exclusive().appliesTo(caseClass.code()))
                .toList();
        return !cell.isCoveredBy(helping);
    }

    private static boolean leads(Cell cell) {
        return cell.exclusive() != null
                && cell.exclusive().mode() == Exclusive.Mode.OVERRIDE
                && (cell.exclusive().lead() != null || cell.chief() != null);
    }

    /** Where all below a cell are nobody's, the cell is named in their place. */
    private String named(Set<CellCode> nobodys) {
        var whole = new HashSet<>(nobodys);
        for (Level level : List.of(Level.values()).reversed()) {
            gridSet.listCells().stream()
                    .filter(cell -> cell.level() == level)
                    .filter(cell -> isWhole(below.getOrDefault(cell.code(), List.of()), whole))
                    .forEach(cell -> whole.add(cell.code()));
        }
        List<String> tops = gridSet.listCells().stream()
                .filter(cell ->
                        whole.contains(cell.code()) && (cell.parent() == null || !whole.contains(cell.parent())))
                .map(cell -> "'%s'".formatted(cell.code()))
                .toList();
        String first = String.join(", ", tops.subList(0, Math.min(NAMED, tops.size())));
        return tops.size() <= NAMED ? first : "%s and %d more cells".formatted(first, tops.size() - NAMED);
    }

    private static boolean isWhole(List<Cell> cells, Set<CellCode> whole) {
        return !cells.isEmpty() && cells.stream().allMatch(it -> whole.contains(it.code()));
    }
}
