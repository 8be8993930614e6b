package io.gridwhistle.city.matrix;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a matrix's lines name is there, and no line stands twice. */
public final class Lines {
    private final List<MatrixFinding> findings = new ArrayList<>();

    private Lines() {}

    /** {@code isCell} says of a territory's code whether boundaries have it. */
    public static List<MatrixFinding> check(
            List<Responsibility> matrix, City city, Units units, Predicate<String> isCell) {
        var lines = new Lines();
        lines.checkAll(matrix, city, units, isCell);
        return lines.findings;
    }

    /** Lines that hold nowhere, for boundaries have no such cell: to be looked at, and no fault. */
    public static List<MatrixFinding> listIdle(List<Responsibility> matrix, Predicate<String> isCell) {
        var idle = new Lines();
        for (int i = 0; i < matrix.size(); i++) {
            Responsibility line = matrix.get(i);
            if (!line.territory().equals(Responsibility.ANY) && !isCell.test(line.territory())) {
                idle.find(
                        i,
                        "/territory",
                        "line /%d gives %s in '%s' to '%s', and these boundaries have no such cell"
                                .formatted(i, line.classCode(), line.territory(), line.unit()));
            }
        }
        return idle.findings;
    }

    private void checkAll(List<Responsibility> matrix, City city, Units units, Predicate<String> isCell) {
        Set<String> classes = city.classes().stream()
                .map(CaseClass::code)
                .map(Object::toString)
                .collect(Collectors.toSet());
        Map<Responsibility, Integer> seen = new HashMap<>();
        for (int i = 0; i < matrix.size(); i++) {
            Responsibility line = matrix.get(i);
            if (!line.classCode().equals(Responsibility.ANY) && !classes.contains(line.classCode())) {
                find(i, "/class", "'%s' is none of the city's classes, nor '*'".formatted(line.classCode()));
            }
            if (!line.territory().equals(Responsibility.ANY) && !isCell.test(line.territory())) {
                find(
                        i,
                        "/territory",
                        "'%s' is no cell of the boundaries, nor '*'; name the draft that has it as ?gridSet"
                                .formatted(line.territory()));
            }
            if (units.find(line.unit()).isEmpty()) {
                find(i, "/unit", "'%s' is no registered unit".formatted(line.unit()));
            }
            Integer first = seen.putIfAbsent(line, i);
            if (first != null) {
                find(i, "", "says what line /%d says; leave it out".formatted(first));
            }
        }
    }

    private void find(int line, String field, String detail) {
        findings.add(new MatrixFinding("/" + line + field, detail));
    }
}
