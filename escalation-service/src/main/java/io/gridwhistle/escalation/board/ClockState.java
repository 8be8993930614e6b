package io.gridwhistle.escalation.board;

import io.gridwhistle.events.Coded;

/** Where a clock on the board stands. */
enum ClockState implements Coded {
    RUNNING,
    /** It runs, and has warned. */
    WARNED,
    /** It stands still. */
    SUSPENDED,
    /** It ran out, and what it measures has not come yet. */
    BREACHED,
    /** What it measures came in time, or is no longer waited for. */
    ANSWERED,
    /** What it measures came after all. */
    LATE;

    boolean isRunning() {
        return this == RUNNING || this == WARNED;
    }

    boolean isOpen() {
        return this != ANSWERED && this != LATE;
    }
}
