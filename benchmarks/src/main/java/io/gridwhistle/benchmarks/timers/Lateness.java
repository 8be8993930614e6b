package io.gridwhistle.benchmarks.timers;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How many milliseconds after their deadlines things happened, each one kept; quantiles are exact, by nearest rank. */
final class Lateness {
    private final Collection<Long> millis = new ConcurrentLinkedQueue<>();

    void add(long late) {
        millis.add(late);
    }

    int count() {
        return millis.size();
    }

    /** Errors: {@link IllegalStateException} where nothing happened. */
    double quantile(double share) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing has fired");
        }
        Arrays.sort(sorted);
        return sorted[Math.max((int) Math.ceil(share * sorted.length), 1) - 1];
    }
}
