package io.gridwhistle.gateway.door;

import io.gridwhistle.events.Coded;

/** How much a request may carry, and how it is carried. */
public enum Load implements Coded {
    /** Taken in whole before anything goes to the service: a slow sender costs the service nothing. */
    SMALL,
    /** Passed on as it comes, up to a limit. */
    LARGE,
    /** Passed on as it comes, without end; answers flow back at the same time. */
    STREAM
}
