package io.gridwhistle.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "single",
        mixinStandardHelpOptions = true,
        description = "cases accepted a second, one POST each, beside an empty server in the same run")
final class SingleRun implements Callable<Integer> {
    private static final String PATH = "/api/v1/cases";

    @Mixin
    private CityOptions city = new CityOptions();

    @Option(names = "--connections", defaultValue = "32", description = "callers at a time (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--seconds", defaultValue = "20", description = "measured, of each (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "5", description = "seconds before, of each (${DEFAULT-VALUE})")
    private int warmUp;

    @Override
    public Integer call() throws IOException {
        Reports reports = city.reports();
        ClosedLoop ceiling;
        try (var empty = EmptyServer.start()) {
            ceiling = measure(city.platformAt(empty.address()), reports);
        }
        ClosedLoop measured = measure(city.platform(), reports);
        System.out.println(Machine.describe());
        System.out.printf("%d connections, %d s each after %d s of warm-up%n", connections, seconds, warmUp);
        System.out.print(new Table("", "accepted", "refused", "accepted/s", "p50 ms", "p99 ms")
                .row(cells("city", measured))
                .row(cells("ceiling: empty server", ceiling)));
        System.out.printf(Locale.ROOT, "ratio %.3f%n", measured.perSecond() / ceiling.perSecond());
        measured.calls().answers().printFailures("city");
        ceiling.calls().answers().printFailures("ceiling");
        return 0;
    }

    private ClosedLoop measure(Door door, Reports reports) {
        ClosedLoop.run(
                connections,
                Duration.ofSeconds(warmUp),
                () -> door.post(PATH, reports.next().json()));
        return ClosedLoop.run(
                connections,
                Duration.ofSeconds(seconds),
                () -> door.post(PATH, reports.next().json()));
    }

    private static Object[] cells(String label, ClosedLoop loop) {
        var calls = loop.calls();
        return new Object[] {
            label,
            calls.answers().ok(),
            calls.answers().failed(),
            String.format(Locale.ROOT, "%.0f", loop.perSecond()),
            calls.times().quantile(0.5),
            calls.times().quantile(0.99)
        };
    }
}
