package io.gridwhistle.benchmarks.load;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every single time that was measured; quantiles are exact, by nearest rank. */
final class Times {
    private final Collection<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long time) {
        nanos.add(time);
    }

    /** In milliseconds, printed; a dash where nothing was measured. */
    String quantile(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return "-";
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return String.format(Locale.ROOT, "%.1f", sorted[Math.max(rank, 1) - 1] / 1e6);
    }

    int count() {
        return nanos.size();
    }

    /** The cells of a row: count, p50, p90, p99, greatest. */
    Object[] cells(String label) {
        return new Object[] {label, count(), quantile(0.5), quantile(0.9), quantile(0.99), quantile(1)};
    }
}
