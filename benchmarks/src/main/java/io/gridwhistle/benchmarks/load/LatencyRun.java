package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Open loop: a call counts from the time it was due, so that a slow answer is not hidden by calls that it held up. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "from a report to its order on the unit's topic, at a steady rate")
final class LatencyRun implements Callable<Integer> {
    @Mixin
    private CityOptions city = new CityOptions();

    @Option(names = "--rate", defaultValue = "50", description = "reports a second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "measured (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "seconds before (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--patience", defaultValue = "30", description = "seconds for the last orders (${DEFAULT-VALUE})")
    private int patience;

    private final Calls posts = new Calls();
    private final Calls unmeasured = new Calls();
    private final Times orderTimes = new Times();
    private final Collection<CompletableFuture<Void>> awaited = new ConcurrentLinkedQueue<>();

    @Override
    public Integer call() throws IOException {
        Reports reports = city.reports();
        Door platform = city.platform();
        try (var orders = Orders.follow(city.kafka())) {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                long start = System.nanoTime();
                for (int i = 0; i < (warmUp + seconds) * rate; i++) {
                    long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
                    boolean measured = i >= warmUp * rate;
                    Report report = reports.next();
                    await(due);
                    callers.execute(() -> post(report, due, measured, platform, orders));
                }
            }
            CompletableFuture.allOf(awaited.toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, patience, TimeUnit.SECONDS)
                    .join();
        }
        System.out.println(Machine.describe());
        System.out.printf("%d reports/s for %d s after %d s of warm-up%n", rate, seconds, warmUp);
        System.out.print(new Table("ms from when a report was due", "count", "p50", "p90", "p99", "max")
                .row(posts.times().cells("to its 202"))
                .row(orderTimes.cells("to its order, read committed")));
        System.out.printf(
                "%d refused, %d accepted without an order in %d s%n",
                posts.answers().failed(), posts.answers().ok() - orderTimes.count(), patience);
        posts.answers().printFailures("reports");
        return 0;
    }

    private void post(Report report, long due, boolean measured, Door platform, Orders orders) {
        Door.Answer answer =
                (measured ? posts : unmeasured).make(due, () -> platform.post("/api/v1/cases", report.json()));
        if (measured && answer.isOk()) {
            var id = new CaseId(Json.MAPPER.readTree(answer.body()).path("id").asString());
            awaited.add(orders.firstOf(id).thenAccept(seen -> orderTimes.add(seen.seenAt() - due)));
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
