package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From a point to its cells at all levels and its exclusive grids; in the mall to its floor as well. Iterations are short, so
 * that the fastest has had a core of its own where others work on the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class LookupBenchmark {
    @Param
    public Places places = Places.RANDOM;

    @Param
    public How how = How.GRID_SET;

    @Param("20")
    public int districts;

    private interface Floors {
        Optional<Cell> find(String floor);
    }

    private Lookup lookup = point -> {
        throw new IllegalStateException();
    };
    private Floors floors = floor -> Optional.empty();
    private Point[] points = {};
    private int next;

    @Setup
    public void build() {
        GridSet gridSet = MallCity.of(districts);
        lookup = how.over(gridSet);
        points = places.draw(gridSet).toArray(Point[]::new);
        floors = how == How.GRID_SET ? floor -> gridSet.findBuilding(MallCity.BUILDING, floor) : byName(gridSet);
    }

    /** What the others find a floor in. */
    private static Floors byName(GridSet gridSet) {
        Map<List<String>, Cell> named = new HashMap<>();
        for (String floor : MallCity.FLOORS) {
            gridSet.findBuilding(MallCity.BUILDING, floor)
                    .ifPresent(cell -> named.put(List.of(MallCity.BUILDING, floor), cell));
        }
        return floor -> Optional.ofNullable(named.get(List.of(MallCity.BUILDING, floor)));
    }

    @Benchmark
    public Object resolve(Blackhole blackhole) {
        next = next + 1 < points.length ? next + 1 : 0;
        if (places == Places.MALL) {
            blackhole.consume(floors.find(MallCity.FLOORS.get(next % MallCity.FLOORS.size())));
        }
        return lookup.find(points[next]);
    }
}
