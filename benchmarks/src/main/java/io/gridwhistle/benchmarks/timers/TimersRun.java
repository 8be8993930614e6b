package io.gridwhistle.benchmarks.timers;

import io.gridwhistle.benchmarks.load.Machine;
import io.gridwhistle.benchmarks.load.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code timers}. */
@Command(
        name = "timers",
        mixinStandardHelpOptions = true,
        description = "arms, fires and cancels timers on the case log, and the same with db-scheduler; needs no city")
final class TimersRun implements Callable<Integer> {
    @Option(names = "--timers", defaultValue = "1000000", description = "armed (${DEFAULT-VALUE})")
    private int timers;

    @Option(names = "--events", defaultValue = "2000", description = "a second, while timers fire (${DEFAULT-VALUE})")
    private int events;

    @Option(names = "--firings", defaultValue = "200", description = "of these arm what is due soon (${DEFAULT-VALUE})")
    private int firings;

    @Option(names = "--seconds", defaultValue = "30", description = "events flow (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--due", defaultValue = "1000", description = "due at a restart (${DEFAULT-VALUE})")
    private int due;

    public static void main(String[] args) {
        System.exit(new CommandLine(new TimersRun()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (timers < 1 || events < 1 || firings < 1 || firings > events || seconds < 1 || due < 1) {
            System.err.println("every number is 1 or more, and --firings is no more than --events");
            return 2;
        }
        var work = new Work(timers, events, firings, Duration.ofSeconds(seconds), due);
        Path folder = Files.createTempDirectory("gridwhistle-timers-");
        System.out.println(Machine.describe());
        long commit;
        LoggedTimers.Result logged;
        try (var ours = new LoggedTimers(work, folder)) {
            commit = ours.commitMillis();
            logged = ours.measure();
        }
        Measured theirs;
        try (var scheduled = new ScheduledTimers(work, folder)) {
            theirs = scheduled.measure();
        }
        Folders.delete(folder);
        System.out.printf(
                "%,d timers; %,d events/s for %d s, of which %d/s arm what is due in %d s; a commit every %d ms%n",
                timers, events, seconds, firings, Work.SOON.toSeconds(), commit);
        System.out.print(compared(logged.measured(), theirs));
        System.out.print(apart(logged.apart()));
        return 0;
    }

    private static Table compared(Measured ours, Measured theirs) {
        var table = new Table("", "case log", "db-scheduler", "ratio");
        row(table, "armed/s", ours.armedPerSecond(), theirs.armedPerSecond());
        row(table, "cancelled/s", ours.cancelledPerSecond(), theirs.cancelledPerSecond());
        row(table, "bytes on disk an armed timer", ours.bytesOnDisk(), theirs.bytesOnDisk());
        for (double share : new double[] {0.5, 0.99, 0.999, 1}) {
            row(
                    table,
                    "ms from deadline to noticed, " + name(share),
                    ours.noticed().quantile(share),
                    theirs.noticed().quantile(share));
        }
        row(table, "ms from restart to the first firing", ours.restartFirst(), theirs.restartFirst());
        row(table, "ms from restart to the last of what was due", ours.restartAll(), theirs.restartAll());
        return table.row(
                "fired while events flowed",
                ours.noticed().count(),
                theirs.noticed().count(),
                "");
    }

    private static Table apart(LoggedTimers.Apart apart) {
        var table = new Table("case log only", "");
        one(table, "bytes an armed timer in the changelog, uncompacted", apart.changelogBytes());
        one(table, "bytes its case's state on disk", apart.stateBytes());
        one(table, "bytes its case's state in the changelog, uncompacted", apart.stateChangelogBytes());
        for (double share : new double[] {0.5, 0.99, 0.999, 1}) {
            one(
                    table,
                    "ms from deadline to the record that made it pass, " + name(share),
                    apart.passed().quantile(share));
        }
        one(table, "ms from restart without its state to the first firing", apart.rebuiltFirst());
        one(table, "ms from restart without its state to the last", apart.rebuiltAll());
        return table;
    }

    private static String name(double share) {
        return share == 1 ? "max" : "p" + Double.toString(share * 100).replace(".0", "");
    }

    private static void row(Table table, String label, double ours, double theirs) {
        table.row(label, whole(ours), whole(theirs), String.format(Locale.ROOT, "%.3f", ours / theirs));
    }

    private static void one(Table table, String label, double number) {
        table.row(label, whole(number));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
