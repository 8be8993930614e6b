package io.gridwhistle.events;

/** What a city is made of besides its cases; each kind is versioned and activated on its own. */
public enum ReferenceKind implements Coded {
    CITY,
    UNITS,
    GRID_SET,
    RESPONSIBILITIES,
    POLICIES,
    CALENDARS
}
