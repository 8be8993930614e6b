package io.gridwhistle.events;

/** Who accepted a case. */
public enum Acceptance implements Coded {
    AUTOMATIC,
    DESK
}
