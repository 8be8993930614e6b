package io.gridwhistle.local.folder;

/** A rung of the ladder of grids, from the top down. */
public enum Level {
    CITY,
    DISTRICT,
    L1,
    L2,
    L3,
    MICRO
}
