package io.gridwhistle.local.folder;

import org.jspecify.annotations.Nullable;

/** A registered unit; {@code district} is the city's code where the unit serves the whole city. */
public record Unit(
        String code,
        String name,
        String district,
        Kind kind,
        @Nullable String calendar) {

    public Unit(String code, String name, String district, Kind kind) {
        this(code, name, district, kind, null);
    }

    public enum Kind {
        DISTRICT_CENTRE,
        STREET,
        DEPARTMENT,
        TASK_FORCE,
        CITY_CENTRE,
        COUNCIL
    }
}
