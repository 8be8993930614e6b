package io.gridwhistle.benchmarks;

import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What every service and view does first with every event; the times are for one event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LifecycleBenchmark {
    private static final int EVENTS = 8;

    private final CaseHistory history = CaseHistory.in(DemoTables.read());

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public @Nullable CaseState apply() {
        CaseState state = null;
        for (var event : history.events()) {
            if (CaseLifecycle.apply(state, event.id(), event.event()) instanceof Outcome.Valid(var next)) {
                state = next;
            }
        }
        return state;
    }

    /** The same events only looked at. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void applyBaselineLoop(Blackhole hole) {
        for (var event : history.events()) {
            hole.consume(event.event());
        }
    }
}
