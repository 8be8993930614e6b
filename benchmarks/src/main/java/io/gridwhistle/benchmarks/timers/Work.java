package io.gridwhistle.benchmarks.timers;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * What is asked of both.
 *
 * @param timers armed for a day that does not come in the run
 * @param events a second, while timers fire
 * @param firings a second that are armed among the events, and fall due seconds later
 * @param dueAtOnce while nothing runs, to be fired after the restart
 */
record Work(int timers, int events, int firings, Duration flowing, int dueAtOnce) {
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** From arming to the deadline of what is to fire. */
    static final Duration SOON = Duration.ofSeconds(3);
    /** Of what is measured in one go, nothing counts before this share is done. */
    static final double WARM_UP = 0.05;

    private static final long SEED = 5;

    /** Deadlines of the many: all over the day after tomorrow, the same in every run. */
    long[] farDeadlines() {
        long from = System.currentTimeMillis() + DAY;
        return new Random(SEED).longs(timers, from, from + DAY).toArray();
    }

    int flowingEvents() {
        return Math.toIntExact(events * flowing.toSeconds());
    }

    int flowingFirings() {
        return Math.toIntExact((long) flowingEvents() * firings / events);
    }

    boolean arms(int event) {
        return (long) event * firings / events != (event + 1L) * firings / events;
    }

    /** Open loop: each event when it is due, or as soon after as possible. */
    void flow(IntConsumer event) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < flowingEvents(); i++) {
            long due = began + i * 1_000_000_000L / events;
            while (System.nanoTime() < due) {
                Thread.sleep(1);
            }
            event.accept(i);
        }
    }

    static void sleepUntil(long millis) throws InterruptedException {
        Thread.sleep(Math.max(0, millis - System.currentTimeMillis()));
    }

    /** Looks every millisecond. Errors: {@link IllegalStateException} after two minutes without progress. */
    static void await(LongSupplier count, long wanted, String what) throws InterruptedException {
        long last = -1;
        long since = System.nanoTime();
        while (count.getAsLong() < wanted) {
            long now = count.getAsLong();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > Duration.ofMinutes(2).toNanos()) {
                throw new IllegalStateException("%s: %d of %d, and no more".formatted(what, now, wanted));
            }
            Thread.sleep(1);
        }
    }
}
