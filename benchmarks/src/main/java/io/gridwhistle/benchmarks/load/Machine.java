package io.gridwhistle.benchmarks.load;

import java.lang.management.ManagementFactory;

/** What a number was measured on. */
public final class Machine {
    private Machine() {}

    public static String describe() {
        String memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? "%.1f GiB".formatted(system.getTotalMemorySize() / (double) (1L << 30))
                        : "unknown";
        return "%d cores, %s memory, %s %s, Java %s; city and driver share them where both are on one machine"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memory,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version());
    }
}
