package io.gridwhistle.benchmarks;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.RoutingDecision;
import java.util.List;
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

/** From a point to its cells, and on to the whole decision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RoutingBenchmark {
    private static final int POINTS = 4_096;

    @Param
    private Where where = Where.ANYWHERE;

    private final DemoTables tables = DemoTables.read();
    private final GridSet gridSet = tables.gridSet();
    private final Router router = new Router(tables.routing());
    private final List<CaseClass> classes = tables.city().classes();
    private List<Point> points = List.of();
    private int next;

    @Setup
    public void draw() {
        points = where.draw(gridSet, POINTS);
    }

    private Point nextPoint() {
        next = (next + 1) % POINTS;
        return points.get(next);
    }

    private CaseClass caseClass() {
        return classes.get(next % classes.size());
    }

    @Benchmark
    public Object cells() {
        return gridSet.locate(nextPoint());
    }

    /** With candidates, ladder and record. */
    @Benchmark
    public RoutingDecision decision() {
        Point point = nextPoint();
        return router.route(
                new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null), caseClass());
    }
}
