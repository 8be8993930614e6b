package io.gridwhistle.escalation.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A call for attention that is raised again and again until somebody has done something, or often enough.
 *
 * @param at when next; absent where it has been raised often enough
 */
record Alarm(@Nullable Instant at, int raised) {
    Alarm {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }
}
