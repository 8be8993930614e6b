package io.gridwhistle.city.grid;

import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.ClassCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a cell an exclusive grid (专属网格), lying across the ladder; one that is published has all of it.
 *
 * @param classes codes of the classes it owns, or {@code *} alone for all
 * @param priority the higher goes first where exclusive grids overlap
 * @param lead who leads in it
 */
public record Exclusive(
        @Nullable Mode mode,
        @Nullable List<String> classes,
        @Nullable Integer priority,
        @Nullable Lead lead) {
    public static final String ANY = "*";

    public enum Mode implements Coded {
        /** Leads instead of the ordinary cells. */
        OVERRIDE,
        /** Co-handles beside them (双格联建). */
        CO_OWN
    }

    /** Errors: {@link IllegalArgumentException} where a class is null. */
    public Exclusive {
        if (classes != null && classes.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "null is no class; classes are codes of the city's classes, or '*' alone for all");
        }
    }

    public boolean appliesTo(ClassCode classCode) {
        return classes != null && (classes.contains(ANY) || classes.contains(classCode.value()));
    }

    int rank() {
        return priority == null ? 0 : priority;
    }
}
