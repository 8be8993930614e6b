package io.gridwhistle.local.folder;

import org.jspecify.annotations.Nullable;

/** How a cell that lies across the ladder shares duty with the ladder, for all classes. */
public record Exclusive(Mode mode, int priority, @Nullable String lead) {

    public enum Mode {
        OVERRIDE,
        CO_OWN
    }
}
