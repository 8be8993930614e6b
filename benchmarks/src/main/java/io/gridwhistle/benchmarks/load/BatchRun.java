package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "cases accepted a second from one NDJSON batch, beside Kafka's own producer in the same run")
final class BatchRun implements Callable<Integer> {
    /** One line in so many goes ahead in a batch of its own. */
    private static final int WARM_UP = 10;

    @Mixin
    private CityOptions city = new CityOptions();

    @Option(names = "--lines", defaultValue = "20000", description = "reports in the batch (${DEFAULT-VALUE})")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Reports reports = city.reports();
        Duration ceiling;
        double bytes;
        try (var topic = ScratchTopic.like(Topics.CASE_LOG, city.kafka());
                var producer = new PlainProducer(city.kafka())) {
            producer.send(records(take(reports, lines / WARM_UP), topic.name()));
            var records = records(take(reports, lines), topic.name());
            bytes = records.stream().mapToInt(BatchRun::bytes).sum() / (double) lines;
            ceiling = producer.send(records);
        }
        Batch.post(city.gateway(), take(reports, lines / WARM_UP));
        Batch batch = Batch.post(city.gateway(), take(reports, lines));
        double accepted = perSecond(batch.accepted(), batch.elapsed());
        double produced = perSecond(lines, ceiling);
        System.out.println(Machine.describe());
        System.out.printf(Locale.ROOT, "%d lines in one request; 2 records and %.0f bytes a case%n", lines, bytes);
        System.out.print(new Table("", "accepted", "refused", "seconds", "cases/s")
                .row("city", batch.accepted(), batch.refused().size(), seconds(batch.elapsed()), whole(accepted))
                .row("ceiling: plain producer", lines, 0, seconds(ceiling), whole(produced)));
        System.out.printf(Locale.ROOT, "ratio %.3f%n", accepted / produced);
        batch.refused().stream().limit(3).forEach(line -> System.out.println("refused: " + line));
        return 0;
    }

    private static List<Report> take(Reports reports, int count) {
        return Stream.generate(reports::next).limit(count).toList();
    }

    private static List<ProducerRecord<String, byte[]>> records(List<Report> reports, String topic) {
        return reports.stream().flatMap(it -> it.records(topic).stream()).toList();
    }

    /** Of key, headers and value. */
    private static int bytes(ProducerRecord<String, byte[]> record) {
        int headers = StreamSupport.stream(record.headers().spliterator(), false)
                .mapToInt(header -> header.key().length() + header.value().length)
                .sum();
        return record.key().getBytes(StandardCharsets.UTF_8).length + headers + record.value().length;
    }

    private static double perSecond(int cases, Duration elapsed) {
        return cases / (elapsed.toNanos() / 1e9);
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.2f", elapsed.toNanos() / 1e9);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
