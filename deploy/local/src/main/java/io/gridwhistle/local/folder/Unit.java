package io.gridwhistle.local.folder;

/** A registered unit; {@code district} is the city's code where the unit serves the whole city. */
public record Unit(String code, String name, String district, Kind kind) {

    public enum Kind {
        DISTRICT_CENTRE,
        STREET,
        DEPARTMENT,
        TASK_FORCE,
        CITY_CENTRE,
        COUNCIL
    }
}
