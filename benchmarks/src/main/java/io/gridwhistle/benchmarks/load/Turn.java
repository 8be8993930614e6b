package io.gridwhistle.benchmarks.load;

import io.gridwhistle.log.streams.BareStreams;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A topology's turn at a log that is full of cases.
 *
 * @param cpuMicros a case, of the whole process: topology, clients and broker
 */
record Turn(double perSecond, double cpuMicros) {
    /** Reported, accepted, and dispatched. */
    private static final int RECORDS_OF_A_CASE = 3;

    /** From the first record that it reads until it has read the last one back. */
    static Turn measure(int cases, Supplier<BareStreams> start, LongSupplier read) throws InterruptedException {
        try (var streams = start.get()) {
            await(streams, read, 1);
            long began = System.nanoTime();
            long cpu = processCpu();
            await(streams, read, (long) cases * RECORDS_OF_A_CASE);
            return new Turn(cases / ((System.nanoTime() - began) / 1e9), (processCpu() - cpu) / 1e3 / cases);
        }
    }

    private static void await(BareStreams streams, LongSupplier read, long count) throws InterruptedException {
        while (read.getAsLong() < count) {
            streams.requireHealth();
            Thread.sleep(Duration.ofMillis(1));
        }
    }

    private static long processCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
