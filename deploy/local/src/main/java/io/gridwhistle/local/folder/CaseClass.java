package io.gridwhistle.local.folder;

import org.jspecify.annotations.Nullable;

/** A class of cases; without {@code first}, the owner is asked first of a component and the territory of an event. */
public record CaseClass(
        String code,
        String name,
        Kind kind,
        @Nullable First first,
        Acceptance acceptance,
        Policy.@Nullable Severity severity,
        String group,
        @Nullable Related related) {

    public enum Kind {
        COMPONENT,
        EVENT
    }

    public enum First {
        OWNER,
        TERRITORY
    }

    /** When two reports of the class are of the same thing; {@code within} is an ISO 8601 duration. */
    public record Related(int metres, String within) {}

    public enum Acceptance {
        AUTOMATIC,
        DESK
    }
}
