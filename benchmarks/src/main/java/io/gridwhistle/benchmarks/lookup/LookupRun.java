package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.benchmarks.load.Machine;
import io.gridwhistle.benchmarks.load.Table;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** The command {@code lookup}: memory and building, agreement, and times as ratios to the baseline; or the parts named. */
final class LookupRun {
    private static final int DISTRICTS = 20;
    private static final int POINTS = 1_000_000;
    private static final List<String> PARTS = List.of("sizes", "agreement", "times");

    private LookupRun() {}

    public static void main(String[] args) throws RunnerException {
        System.out.println(Machine.describe());
        if (!How.here().contains(How.POSTGIS_LEAF_AND_PARENTS)) {
            System.out.println("PostGIS is not installed: not compared");
        }
        for (String part : args.length == 0 ? PARTS : List.of(args)) {
            System.out.println(
                    switch (part) {
                        case "sizes" -> Sizes.measure(1, DISTRICTS, 2 * DISTRICTS);
                        case "agreement" -> agreement();
                        case "times" -> times();
                        default -> "no part '%s'; there are %s".formatted(part, PARTS);
                    });
        }
    }

    private static String agreement() {
        GridSet gridSet = MallCity.of(DISTRICTS);
        List<Point> points = Agreement.points(gridSet, POINTS);
        var head = new StringBuilder("%d districts, %d points, %d of them all vertices and all middles of edges\n"
                .formatted(
                        DISTRICTS, points.size(), Places.BORDERS.draw(gridSet).size()));
        var table = new Table(row("beside the grid set", List.of(Difference.values())));
        row(table, "JTS_LEAF_AND_PARENTS, on the lattice", gridSet, new LeafAndParents(gridSet, Plane.LATTICE), points);
        for (How how : How.here()) {
            if (how != How.GRID_SET) {
                row(table, how.name(), gridSet, how.over(gridSet), points);
            }
        }
        for (Difference kind : Difference.values()) {
            head.append("%s: %s%n".formatted(kind, kind.words));
        }
        return head.append(table).toString();
    }

    private static void row(Table table, String name, GridSet gridSet, Lookup lookup, List<Point> points) {
        table.row(row(name, Agreement.count(gridSet, lookup, points).values()));
    }

    private static Object[] row(String name, Collection<?> cells) {
        return Stream.concat(Stream.of(name), cells.stream()).toArray();
    }

    private static Table times() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(LookupBenchmark.class.getName())
                        .param("districts", String.valueOf(DISTRICTS))
                        .param("how", How.here().stream().map(How::name).toArray(String[]::new))
                        .build())
                .run();
        var table = new Table("points", "how", "ns, fastest", "times the baseline", "ns, median", "times the baseline");
        Map<Places, Statistics> baseline = new EnumMap<>(Places.class);
        results.forEach(result -> {
            if (how(result) == How.JTS_LEAF_AND_PARENTS) {
                baseline.put(places(result), statistics(result));
            }
        });
        for (RunResult result : results) {
            Statistics own = statistics(result);
            Statistics base = Objects.requireNonNull(baseline.get(places(result)));
            table.row(
                    places(result),
                    how(result),
                    number(own.getMin()),
                    number(base.getMin() / own.getMin()),
                    number(own.getPercentile(50)),
                    number(base.getPercentile(50) / own.getPercentile(50)));
        }
        return table;
    }

    private static How how(RunResult result) {
        return How.valueOf(result.getParams().getParam("how"));
    }

    private static Places places(RunResult result) {
        return Places.valueOf(result.getParams().getParam("places"));
    }

    private static Statistics statistics(RunResult result) {
        return result.getPrimaryResult().getStatistics();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
