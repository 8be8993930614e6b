package io.gridwhistle.benchmarks.load;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.BareStreams;
import io.gridwhistle.log.streams.Decider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "routing-throughput",
        mixinStandardHelpOptions = true,
        description = "cases routed a second by dispatch's topology, beside the same one that repeats what was decided"
                + " before, and beside one that passes the same bytes through, by turns, each on a broker of its own;"
                + " needs no city")
final class ThroughputRun implements Callable<Integer> {
    /** Different places and classes; they come round again case after case. */
    private static final int KINDS = 1_000;

    @Option(names = "--cases", defaultValue = "50000", description = "in the log before each turn (${DEFAULT-VALUE})")
    private int cases;

    @Option(names = "--rounds", defaultValue = "5", description = "the first one warms up (${DEFAULT-VALUE})")
    private int rounds;

    private final List<ProducerRecord<String, byte[]>> inputs = new ArrayList<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Set<String> firsts = new HashSet<>();

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
                "undecided cases/s",
                "bytes alone cases/s",
                "CPU µs a case",
                "undecided",
                "bytes alone",
                "bytes out a case");
        var toUndecided = new ArrayList<Double>();
        var toThrough = new ArrayList<Double>();
        var repeated = new Repeated<>(new DispatchDecider(), kinds);
        for (int round = 0; round < rounds; round++) {
            Turn dispatch;
            Outputs outputs;
            try (var city = new EmptyCity(documents)) {
                city.write(inputs);
                var decider = round == 0 ? repeated.learning(firsts) : new DispatchDecider();
                dispatch = decide(city, decider);
                outputs = Outputs.of(city, kinds);
            }
            Turn undecided;
            try (var city = new EmptyCity(documents)) {
                city.write(inputs);
                undecided = decide(city, repeated);
            }
            Turn through;
            try (var city = new EmptyCity(documents)) {
                city.write(inputs);
                var read = new AtomicLong();
                var topology =
                        PassThrough.topology(id -> outputs.ofKind().getOrDefault(kinds.get(id), List.of()), read);
                through = Turn.measure(cases, () -> BareStreams.of(topology, city.log()), read::get);
                outputs.requireAsMany(Outputs.of(city, kinds));
            }
            table.row(
                    round == 0 ? "warm-up" : round,
                    whole(dispatch.perSecond()),
                    whole(undecided.perSecond()),
                    whole(through.perSecond()),
                    whole(dispatch.cpuMicros()),
                    whole(undecided.cpuMicros()),
                    whole(through.cpuMicros()),
                    whole(outputs.bytes() / (double) cases));
            if (round > 0) {
                toUndecided.add(dispatch.perSecond() / undecided.perSecond());
                toThrough.add(dispatch.perSecond() / through.perSecond());
            }
        }
        System.out.print(table);
        if (!toThrough.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "ratio at the median: %.3f to the same without deciding, %.3f to the bytes alone%n",
                    median(toUndecided),
                    median(toThrough));
        }
        return 0;
    }

    private Turn decide(EmptyCity city, Decider<?> decider) throws InterruptedException {
        return Turn.measure(cases, () -> BareStreams.live(decider, city.log()), city.log()::decided);
    }

    private static double median(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private void prepare(Reports reports) {
        List<Report> reported = Stream.generate(reports::next).limit(KINDS).toList();
        for (int i = 0; i < cases; i++) {
            var records = reported.get(i % KINDS).as("load-%07d".formatted(i)).records(Topics.CASE_LOG);
            kinds.put(records.getFirst().key(), i % KINDS);
            if (i < KINDS) {
                firsts.add(records.getFirst().key());
            }
            inputs.addAll(records);
        }
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
