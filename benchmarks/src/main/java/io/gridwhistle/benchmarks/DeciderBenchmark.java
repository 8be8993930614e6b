package io.gridwhistle.benchmarks;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.escalation.clock.EscalationDecider;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single decisions about a case, beside reading and writing its state as the shell must for each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DeciderBenchmark {
    private final DemoTables tables = DemoTables.read();
    private final CaseHistory history = CaseHistory.in(tables);
    private final DemoMoment moment = DemoMoment.in(tables);
    private final NextDecision<?> dispatch =
            NextDecision.about(CaseAccepted.class, new DispatchDecider(), history, moment);
    private final NextDecision<?> arm =
            NextDecision.about(CaseDispatched.class, new EscalationDecider(), history, moment);
    private final NextDecision<?> stop =
            NextDecision.about(OrderAcknowledged.class, new EscalationDecider(), history, moment);

    /** Routes and issues the orders. */
    @Benchmark
    public Object dispatchOnAcceptance() {
        return dispatch.decide();
    }

    /** Starts the order's two clocks. */
    @Benchmark
    public Object armOnDispatch() {
        return arm.decide();
    }

    /** Stops one of them. */
    @Benchmark
    public Object stopOnAcknowledgement() {
        return stop.decide();
    }

    @Benchmark
    public Object armBaselineStateAsJson() {
        return arm.rewriteState();
    }

    @Benchmark
    public Object stopBaselineStateAsJson() {
        return stop.rewriteState();
    }
}
