package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what was just written, and answers what was just issued; 1 where anything was not found. */
@Command(
        name = "fresh",
        mixinStandardHelpOptions = true,
        description = "who has a 202 reads the case at once, who has an order answers it at once: nobody may get a 404")
final class FreshRun implements Callable<Integer> {
    private static final byte[] NO_WORDS = "{}".getBytes(StandardCharsets.UTF_8);

    @Mixin
    private CityOptions city = new CityOptions();

    @Option(names = "--cases", defaultValue = "10000", description = "${DEFAULT-VALUE}")
    private int cases;

    @Option(names = "--workers", defaultValue = "16", description = "reporting at a time (${DEFAULT-VALUE})")
    private int workers;

    @Option(names = "--patience", defaultValue = "120", description = "seconds for the last orders (${DEFAULT-VALUE})")
    private int patience;

    private final Calls posts = new Calls();
    private final Calls caseReads = new Calls();
    private final Calls orderReads = new Calls();
    private final Calls acknowledgements = new Calls();
    private final Collection<CompletableFuture<Void>> followed = new ConcurrentLinkedQueue<>();

    @Override
    public Integer call() throws IOException {
        Reports reports = city.reports();
        Door platform = city.platform();
        var next = new AtomicInteger();
        try (var orders = Orders.follow(city.kafka());
                var units = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var platforms = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < workers; i++) {
                    platforms.execute(() -> {
                        while (next.getAndIncrement() < cases) {
                            report(reports.next(), platform, orders, units);
                        }
                    });
                }
            }
            CompletableFuture.allOf(followed.toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, patience, TimeUnit.SECONDS)
                    .join();
        }
        return print();
    }

    private void report(Report report, Door platform, Orders orders, Executor units) {
        Door.Answer answer = posts.make(() -> platform.post("/api/v1/cases", report.json()));
        if (answer.isOk()) {
            var id = new CaseId(Json.MAPPER.readTree(answer.body()).path("id").asString());
            followed.add(orders.firstOf(id).thenAcceptAsync(this::answer, units));
            caseReads.make(() -> platform.get("/api/v1/cases/" + id));
        }
    }

    private void answer(Orders.Seen seen) {
        Door unit = city.unit(seen.desk());
        String path = "/api/v1/orders/" + seen.order().orderId();
        orderReads.make(() -> unit.get(path));
        acknowledgements.make(() -> unit.post(path + "/acknowledgement", NO_WORDS));
    }

    private int print() {
        System.out.println(Machine.describe());
        var table = new Table("", "ok", "404", "other failures", "p50 ms", "p99 ms", "max ms");
        long notFound = row(table, "POST case", posts)
                + row(table, "GET case", caseReads)
                + row(table, "GET order", orderReads)
                + row(table, "POST acknowledgement", acknowledgements);
        System.out.print(table);
        System.out.printf(
                "%d accepted without an order in %d s%n",
                posts.answers().ok()
                        - followed.stream().filter(CompletableFuture::isDone).count(),
                patience);
        posts.answers().printFailures("POST case");
        caseReads.answers().printFailures("GET case");
        orderReads.answers().printFailures("GET order");
        acknowledgements.answers().printFailures("POST acknowledgement");
        return notFound == 0 ? 0 : 1;
    }

    private static long row(Table table, String label, Calls calls) {
        var answers = calls.answers();
        var times = calls.times();
        table.row(
                label,
                answers.ok(),
                answers.notFound(),
                answers.failed() - answers.notFound(),
                times.quantile(0.5),
                times.quantile(0.99),
                times.quantile(1));
        return answers.notFound();
    }
}
