package io.gridwhistle.local.folder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cell that lies across the ladder shares duty with the ladder.
 *
 * @param classes codes, or {@code *} alone for all
 */
public record Exclusive(
        Mode mode,
        List<String> classes,
        int priority,
        @Nullable Lead lead) {
    public static final List<String> ALL = List.of("*");

    public enum Mode {
        OVERRIDE,
        CO_OWN
    }
}
