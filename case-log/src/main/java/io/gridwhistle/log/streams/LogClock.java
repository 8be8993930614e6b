package io.gridwhistle.log.streams;

import java.util.function.LongSupplier;

/**
 * Guesses what time it is at the broker, to know when a tick is worth sending; never decides anything.
 *
 * <p>An instance has one, fed with every append time that it sees; in between it counts with a clock that nobody can set. What
 * the machine takes for the time of day plays no part. Until a tick was acknowledged whatever waits is worth one: its
 * acknowledgement tells the time.
 */
final class LogClock {
    private final LongSupplier nanos;
    private long lead;
    private boolean told;

    /** @param nanos such as {@link System#nanoTime} */
    LogClock(LongSupplier nanos) {
        this.nanos = nanos;
        lead = -local();
    }

    /** Counts on from nowhere in particular, in milliseconds. */
    long local() {
        return nanos.getAsLong() / 1_000_000;
    }

    /** It is that time at least. */
    synchronized void read(long appendTime) {
        lead = Math.max(lead, appendTime - local());
    }

    /** What was sent at {@code sent}, by {@link #local}, and is acknowledged now was appended in between. */
    synchronized void acknowledged(long sent, long appendTime) {
        lead = Math.clamp(lead, appendTime - local(), appendTime - sent);
        told = true;
    }

    /** Counting may have stood still, with the machine, while others had the partitions. */
    synchronized void doubt() {
        told = false;
    }

    /** Milliseconds; no later than it is at the broker, and long past as long as nothing was heard from there. */
    synchronized long now() {
        return local() + lead;
    }

    /** Whether that may have come. */
    synchronized boolean mayBe(long time) {
        return !told || time <= now();
    }
}
