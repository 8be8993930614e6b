package io.gridwhistle.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Every meter of the shell; the tag {@code service} stands on all of them. */
public final class LogMeters {
    private static final Duration[] LATENESS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private static final List<String> REMARKS = List.of("class-given-up", "deadline-estimated", "unit-unknown");

    /** The timers of a partition: how many, and when the first is due, in milliseconds. */
    private record Timers(long armed, long next, LongSupplier now) {}

    private final MeterRegistry registry;
    private final Timer append;
    private final Counter appended;
    private final Counter ticks;
    private final Timer batch;
    private final Counter projected;
    private final Counter deadLetters;
    private final Counter passedOver;
    private final Timer decide;
    private final Timer lateness;
    private final Counter stayed;
    private final Counter moved;
    private final Map<Integer, Timers> timers = new ConcurrentHashMap<>();
    private final Set<Integer> sweeping = ConcurrentHashMap.newKeySet();

    public LogMeters(MeterRegistry registry) {
        this.registry = registry;
        append = Timer.builder("gridwhistle.log.append")
                .description("From sending to the acknowledgement of all in-sync replicas")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        appended = counter("gridwhistle.log.appended", "Records acknowledged");
        ticks = counter("gridwhistle.log.ticks", "Ticks appended to quiet partitions");
        batch = timer("gridwhistle.view.batch", "Writing one batch of the log into the view");
        projected = counter("gridwhistle.view.records", "Records written into the view");
        deadLetters = counter(
                "gridwhistle.log.dead.letters",
                "Records and timers parked because they could not be read or decided; alert on any");
        passedOver = counter("gridwhistle.log.passed.over", "Unreadable records that this reader went past");
        decide = timer("gridwhistle.decider.decide", "One decision");
        lateness = Timer.builder("gridwhistle.timer.lateness")
                .description("From a deadline to the record that made it pass")
                .serviceLevelObjectives(LATENESS)
                .register(registry);
        Gauge.builder("gridwhistle.timer.armed", timers, LogMeters::armed)
                .description("Armed timers; an estimate of the store")
                .register(registry);
        Gauge.builder("gridwhistle.timer.overdue", timers, LogMeters::overdueSeconds)
                .description("For how long the oldest timer that is due has not fired")
                .baseUnit("seconds")
                .register(registry);
        // From 0 on, so that the first is an increase.
        REMARKS.forEach(this::remarks);
        Gauge.builder("gridwhistle.decider.partitions", timers, Map::size)
                .description("Partitions of the log that are decided here; alert on none")
                .register(registry);
        stayed = reconsidered("stays");
        moved = reconsidered("moves");
        Gauge.builder("gridwhistle.sweep.partitions", sweeping, Set::size)
                .description("Partitions in which open cases are being reconsidered")
                .register(registry);
    }

    private Counter reconsidered(String outcome) {
        return Counter.builder("gridwhistle.sweep.cases")
                .tag("outcome", outcome)
                .description("Open cases reconsidered because of an activation that re-routes")
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }

    void appended(int records, long nanos) {
        appended.increment(records);
        append.record(nanos, TimeUnit.NANOSECONDS);
    }

    void ticked() {
        ticks.increment();
    }

    public void projected(int records, long nanos) {
        projected.increment(records);
        batch.record(nanos, TimeUnit.NANOSECONDS);
    }

    public void deadLetter() {
        deadLetters.increment();
    }

    public void passedOver() {
        passedOver.increment();
    }

    public void decided(long nanos) {
        decide.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** What a decider remarked. */
    public void remarked(String remark) {
        remarks(remark).increment();
    }

    private Counter remarks(String remark) {
        return Counter.builder("gridwhistle.decider.remarks")
                .tag("remark", remark)
                .description("What deciders remarked; alert on class-given-up and unit-unknown")
                .register(registry);
    }

    public void fired(Duration late) {
        lateness.record(late);
    }

    /** {@code next} is when the first is due, and {@code now} what time it is at the broker, in milliseconds. */
    public void timers(int partition, long armed, long next, LongSupplier now) {
        timers.put(partition, new Timers(armed, next, now));
    }

    /** A partition that another instance has from now on. */
    public void givenUp(int partition) {
        timers.remove(partition);
        sweeping.remove(partition);
    }

    private static double armed(Map<Integer, Timers> timers) {
        return timers.values().stream().mapToLong(Timers::armed).sum();
    }

    private static double overdueSeconds(Map<Integer, Timers> timers) {
        return timers.values().stream()
                .mapToDouble(it -> Math.max(0, it.now().getAsLong() - it.next()) / 1000.0)
                .max()
                .orElse(0);
    }

    public void reconsidered(boolean moves) {
        (moves ? moved : stayed).increment();
    }

    /** Whether open cases of a partition are being reconsidered. */
    public void sweeping(int partition, boolean underWay) {
        if (underWay) {
            sweeping.add(partition);
        } else {
            sweeping.remove(partition);
        }
    }

    /** How far a view is behind the log's end, and behind in time. */
    public void viewLag(String view, Supplier<Number> records, Supplier<Number> seconds) {
        Gauge.builder("gridwhistle.view.lag.records", records)
                .tag("view", view)
                .description("Records between the view and the log's end")
                .register(registry);
        Gauge.builder("gridwhistle.view.lag.seconds", seconds)
                .tag("view", view)
                .description("Age of the newest record that the view holds, while it holds not all")
                .register(registry);
    }
}
