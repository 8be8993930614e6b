package io.gridwhistle.city;

import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The responsibility matrix, with its rule of precedence: the most specific line wins.
 *
 * <p>A line for the class goes before one for all classes; among these, the line for the deepest cell wins. Where
 * several lines are equally specific, all of them hold, in the order they stand.
 */
public final class Responsibilities {
    private record Key(String classCode, String territory, Responsibility.Duty role) {}

    private final Map<Key, List<UnitCode>> lines = new HashMap<>();

    public Responsibilities(List<Responsibility> matrix) {
        for (Responsibility line : matrix) {
            lines.computeIfAbsent(new Key(line.classCode(), line.territory(), line.role()), key -> new ArrayList<>())
                    .add(line.unit());
        }
    }

    /** The units with this duty for a class at a place; {@code path} is the place's cells from the city down. */
    public List<UnitCode> list(ClassCode classCode, List<CellCode> path, Responsibility.Duty role) {
        for (String wanted : List.of(classCode.value(), Responsibility.ANY)) {
            for (CellCode cell : path.reversed()) {
                var units = lines.get(new Key(wanted, cell.value(), role));
                if (units != null) {
                    return List.copyOf(units);
                }
            }
            var units = lines.get(new Key(wanted, Responsibility.ANY, role));
            if (units != null) {
                return List.copyOf(units);
            }
        }
        return List.of();
    }
}
