package io.gridwhistle.local.folder;

import org.jspecify.annotations.Nullable;

/** A class of cases; without {@code first}, the owner is asked first of a component and the territory of an event. */
public record CaseClass(
        String code, String name, Kind kind, @Nullable First first, Acceptance acceptance, String group) {

    public enum Kind {
        COMPONENT,
        EVENT
    }

    public enum First {
        OWNER,
        TERRITORY
    }

    public enum Acceptance {
        AUTOMATIC,
        DESK
    }
}
