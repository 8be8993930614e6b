package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import java.util.List;

/** Each exclusive grid says whether it leads or helps, in what, before whom, and who leads in it. */
final class ExclusiveCheck {
    private final Findings findings;

    private ExclusiveCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(List<Cell> cells, Findings findings) {
        var check = new ExclusiveCheck(findings);
        for (Cell cell : cells) {
            if (cell.exclusive() != null) {
                check.check(cell, cell.exclusive());
            }
        }
    }

    private void check(Cell cell, Exclusive exclusive) {
        if (cell.level() == Level.CITY) {
            find(cell, "the city '%s' is no exclusive grid; it has all others in it");
        }
        if (exclusive.mode() == null) {
            find(cell, "exclusive grid '%s' has no mode; it is 'override' or 'co-own'");
        }
        List<String> classes = exclusive.classes();
        if (classes == null || classes.isEmpty()) {
            find(
                    cell,
                    "exclusive grid '%s' has no classes; they are codes of the city's classes, or '*' alone for all");
        } else if (classes.size() > 1 && classes.contains(Exclusive.ANY)) {
            find(cell, "exclusive grid '%s' has '*' beside other classes; '*' stands alone");
        }
        if (exclusive.priority() == null) {
            find(cell, "exclusive grid '%s' has no priority; a whole number says who goes first where two overlap");
        }
        if (exclusive.lead() == null) {
            find(cell, "exclusive grid '%s' has no lead; it is a unit, several in turn, or the grid's own chief");
        }
    }

    private void find(Cell cell, String detail) {
        findings.add(Kind.EXCLUSIVE, cell, detail);
    }
}
