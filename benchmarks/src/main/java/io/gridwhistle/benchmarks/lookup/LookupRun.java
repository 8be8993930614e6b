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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The command {@code lookup}: memory and building, agreement, and times as ratios to the baseline. */
final class LookupRun {
    private static final int DISTRICTS = 20;
    private static final int POINTS = 1_000_000;

    private LookupRun() {}

    public static void main(String[] args) throws RunnerException {
        System.out.println(Machine.describe());
        System.out.println(Sizes.measure(1, DISTRICTS, 2 * DISTRICTS));
        System.out.println(agreement());
        System.out.println(times());
    }

    private static String agreement() {
        GridSet gridSet = MallCity.of(DISTRICTS);
        List<Point> points = Agreement.points(gridSet, POINTS);
        var head = new StringBuilder("%d districts, %d points, %d of them all vertices and all middles of edges\n"
                .formatted(
                        DISTRICTS, points.size(), Places.BORDERS.draw(gridSet).size()));
        var table = new Table("beside the grid set", (Object[]) Difference.values());
        row(table, "JTS_LEAF_AND_PARENTS, on the lattice", gridSet, new LeafAndParents(gridSet, Plane.LATTICE), points);
        for (How how : How.values()) {
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
        Object[] cells = Agreement.count(gridSet, lookup, points).values().toArray();
        var row = new Object[cells.length + 1];
        row[0] = name;
        System.arraycopy(cells, 0, row, 1, cells.length);
        table.row(row);
    }

    private static Table times() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(LookupBenchmark.class.getName())
                        .param("districts", String.valueOf(DISTRICTS))
                        .build())
                .run();
        var table = new Table("points", "how", "ns", "±", "times as fast as JTS_LEAF_AND_PARENTS");
        Map<Places, Double> baseline = new EnumMap<>(Places.class);
        results.forEach(result -> {
            if (how(result) == How.JTS_LEAF_AND_PARENTS) {
                baseline.put(places(result), nanos(result));
            }
        });
        results.forEach(result -> table.row(
                places(result),
                how(result),
                number(nanos(result)),
                number(result.getPrimaryResult().getScoreError()),
                number(baseline.getOrDefault(places(result), Double.NaN) / nanos(result))));
        return table;
    }

    private static How how(RunResult result) {
        return How.valueOf(result.getParams().getParam("how"));
    }

    private static Places places(RunResult result) {
        return Places.valueOf(result.getParams().getParam("places"));
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
