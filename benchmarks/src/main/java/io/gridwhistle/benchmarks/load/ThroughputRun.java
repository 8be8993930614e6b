package io.gridwhistle.benchmarks.load;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.BareStreams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "routing-throughput",
        mixinStandardHelpOptions = true,
        description = "cases routed a second by dispatch's topology, beside a topology that passes the same records"
                + " through, by turns, each time on a broker of its own; needs no city")
final class ThroughputRun implements Callable<Integer> {
    /** Different places and classes; they come round again case after case. */
    private static final int KINDS = 1_000;

    @Option(names = "--cases", defaultValue = "50000", description = "in the log before each turn (${DEFAULT-VALUE})")
    private int cases;

    @Option(names = "--rounds", defaultValue = "5", description = "the first one warms up (${DEFAULT-VALUE})")
    private int rounds;

    private final List<ProducerRecord<String, byte[]>> inputs = new ArrayList<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var documents = EmptyCity.Documents.write();
        prepare(documents.reports());
        System.out.println(Machine.describe());
        System.out.printf(
                "%d cases, of each reported and accepted in the log, and dispatched when it comes back%n", cases);
        var table = new Table(
                "round",
                "dispatch cases/s",
                "pass-through cases/s",
                "ratio",
                "CPU µs a case",
                "CPU µs",
                "MB out",
                "MB out");
        var ratios = new ArrayList<Double>();
        for (int round = 0; round <= rounds - 1; round++) {
            Turn dispatch;
            Outputs outputs;
            try (var city = new EmptyCity(documents)) {
                city.write(inputs);
                dispatch = Turn.measure(
                        cases, () -> BareStreams.live(new DispatchDecider(), city.log()), city.log()::decided);
                outputs = Outputs.of(city, kinds);
            }
            Turn through;
            Outputs passed;
            try (var city = new EmptyCity(documents)) {
                city.write(inputs);
                var read = new AtomicLong();
                var topology =
                        PassThrough.topology(id -> outputs.ofKind().getOrDefault(kinds.get(id), List.of()), read);
                through = Turn.measure(cases, () -> BareStreams.of(topology, city.log()), read::get);
                passed = Outputs.of(city, kinds);
            }
            double ratio = dispatch.perSecond() / through.perSecond();
            table.row(
                    round == 0 ? "warm-up" : round,
                    whole(dispatch.perSecond()),
                    whole(through.perSecond()),
                    String.format(Locale.ROOT, "%.3f", ratio),
                    whole(dispatch.cpuMicros()),
                    whole(through.cpuMicros()),
                    whole(outputs.bytes() / 1e6),
                    whole(passed.bytes() / 1e6));
            if (round > 0) {
                ratios.add(ratio);
            }
        }
        System.out.print(table);
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "ratio %.3f at the median%n", ratios.get(ratios.size() / 2));
        return 0;
    }

    private void prepare(Reports reports) {
        List<Report> reported = Stream.generate(reports::next).limit(KINDS).toList();
        for (int i = 0; i < cases; i++) {
            var records = reported.get(i % KINDS).as("load-%07d".formatted(i)).records(Topics.CASE_LOG);
            kinds.put(records.getFirst().key(), i % KINDS);
            inputs.addAll(records);
        }
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
