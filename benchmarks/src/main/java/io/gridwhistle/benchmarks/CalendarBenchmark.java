package io.gridwhistle.benchmarks;

import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Working time by the demo city's calendar, and what its policies say in one situation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalendarBenchmark {
    private final Timing timing = DemoTables.read().timing();
    private final BusinessCalendar office = timing.calendars().usual();
    private final Situation situation = Situation.ofCase(
            new ClassCode("road-damage"), Severity.ORDINARY, OperatingMode.ORDINARY, new DistrictCode("410103"));
    private final Terms terms = timing.in(situation);

    /** A day of work, a month, a year. */
    @Param({"8", "170", "2000"})
    private int hours = 8;

    private long start = CaseHistory.START.toEpochMilli();

    @Benchmark
    public Instant add() {
        return office.add(next(), Duration.ofHours(hours));
    }

    @Benchmark
    public Duration measure() {
        Instant at = next();
        return office.measure(at, at.plusSeconds(3600L * 4 * hours));
    }

    @Benchmark
    public Instant addDays() {
        return office.addDays(next(), hours / 8);
    }

    @Benchmark
    public Terms resolve() {
        return timing.in(situation);
    }

    @Benchmark
    public Object printDeadlines() {
        return terms.orderDeadlines(next(), DispatchCause.ACCEPTED);
    }

    /** Another moment every time, within a year. */
    private Instant next() {
        start += 7_919_003;
        if (start > CaseHistory.START.toEpochMilli() + 31_536_000_000L) {
            start -= 31_536_000_000L;
        }
        return Instant.ofEpochMilli(start);
    }
}
