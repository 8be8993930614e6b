package io.gridwhistle.log.streams;

import java.time.Instant;
import java.util.function.LongConsumer;

/** Moves log time on where something waits for it and no record comes: one tick at a time. */
final class DemandTicks {
    /** A tick that has not come back by then is taken as lost. */
    private static final long LOST_MS = 5_000;

    /** Appends a tick to a partition of the case log. */
    interface Ticker {
        void tick(int partition, Instant due, LongConsumer appendedAt);
    }

    private final Ticker ticker;
    private final int partition;
    private final LogClock clock;
    private long sentAt = Long.MIN_VALUE;

    DemandTicks(Ticker ticker, int partition, LogClock clock) {
        this.ticker = ticker;
        this.partition = partition;
        this.clock = clock;
    }

    void cameBack() {
        sentAt = Long.MIN_VALUE;
    }

    /** Something is due at this log time, which has come by the clock but not on the log. */
    void demand(long due) {
        long now = clock.local();
        if (sentAt == Long.MIN_VALUE || now - sentAt > LOST_MS) {
            sentAt = now;
            ticker.tick(partition, Instant.ofEpochMilli(due), appendTime -> clock.acknowledged(now, appendTime));
        }
    }
}
