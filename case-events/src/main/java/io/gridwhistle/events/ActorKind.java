package io.gridwhistle.events;

/** What kind of somebody did a thing. */
public enum ActorKind implements Coded {
    PLATFORM,
    UNIT,
    OPERATOR,
    PETITIONER,
    SYSTEM
}
