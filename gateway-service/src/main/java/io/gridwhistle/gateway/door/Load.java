package io.gridwhistle.gateway.door;

import io.gridwhistle.events.Coded;

/** How much a request may carry, how it is carried, and how long its answer may take. */
public enum Load implements Coded {
    /** Taken in whole before anything goes to the service: a slow sender costs the service nothing. */
    SMALL,
    /** As small, but its answer is long in the making and has as much time as a large one's. */
    SLOW,
    /** Passed on as it comes, up to a limit. */
    LARGE,
    /** Passed on as it comes, without end; answers flow back at the same time. */
    STREAM
}
