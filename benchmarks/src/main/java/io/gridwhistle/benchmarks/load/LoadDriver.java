package io.gridwhistle.benchmarks.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        version = "Gridwhistle 0.1",
        description = "Measures a running city, which is started with: deploy/local/city --traffic off;"
                + " routing-throughput needs none",
        subcommands = {LatencyRun.class, SingleRun.class, BatchRun.class, FreshRun.class, ThroughputRun.class})
final class LoadDriver {
    private LoadDriver() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadDriver()).execute(args));
    }
}
