package io.gridwhistle.events;

/** Four warning levels (四级预警). */
public enum WarningLevel implements Coded {
    BLUE,
    YELLOW,
    ORANGE,
    RED
}
