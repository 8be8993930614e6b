package io.gridwhistle.log.streams;

import java.time.InstantSource;

/**
 * Guesses what time it is at the broker, to know when a tick is worth sending; never decides anything.
 *
 * <p>The append time of a tick that was just acknowledged tells how far the two clocks differ. Until there was one, they
 * are taken as equal, but for a record that was appended later than this machine's clock says it is.
 */
final class LogClock {
    private final InstantSource local;
    private volatile long lead;

    LogClock(InstantSource local) {
        this.local = local;
    }

    void read(long appendTime) {
        if (appendTime > now()) {
            lead = appendTime - local.millis();
        }
    }

    void acknowledged(long appendTime) {
        lead = appendTime - local.millis();
    }

    long now() {
        return local.millis() + lead;
    }
}
