package io.gridwhistle.city.grid;

import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a cell an exclusive grid (专属网格), lying across the ladder.
 *
 * @param classes the classes it owns; absent or empty means all
 * @param priority the higher goes first where exclusive grids overlap
 * @param lead the unit that leads in it; its chief where absent
 */
public record Exclusive(
        Mode mode,
        @Nullable List<ClassCode> classes,
        int priority,
        @Nullable UnitCode lead) {
    public enum Mode implements Coded {
        /** Leads instead of the ordinary cells. */
        OVERRIDE,
        /** Co-handles beside them (双格联建). */
        CO_OWN
    }

    public boolean appliesTo(ClassCode classCode) {
        return classes == null || classes.isEmpty() || classes.contains(classCode);
    }
}
