package io.gridwhistle.log.streams;

import java.time.InstantSource;

/**
 * Guesses what time it is at the broker, to know when a tick is worth sending; never decides anything.
 *
 * <p>A record is read after it was appended, so the greatest lead of append times over this machine's clock seen so far
 * is the best bound on how far the two differ.
 */
final class LogClock {
    private final InstantSource local;
    private long lead = Long.MIN_VALUE;

    LogClock(InstantSource local) {
        this.local = local;
    }

    void observe(long appendTime) {
        lead = Math.max(lead, appendTime - local.millis());
    }

    long now() {
        return local.millis() + (lead == Long.MIN_VALUE ? 0 : lead);
    }
}
