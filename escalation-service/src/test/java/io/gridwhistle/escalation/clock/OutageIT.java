package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.id.CaseId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Escalation is away for half an hour of log time, in which ten thousand orders were to be acknowledged: every other one
 * was, a millisecond before its deadline.
 */
class OutageIT {
    private static final int CASES = 10_000;
    private static final Duration AWAY = Duration.ofMinutes(30);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(30);
    private static final int CALM = 100;
    private static final Duration NOTICEABLE = Duration.ofMillis(50);

    private final List<CaseId> cases = IntStream.range(0, CASES)
            .mapToObj(i -> DatedLog.caseId("order " + i))
            .toList();
    private final Map<Integer, List<SlaBreached>> breaches = new HashMap<>();
    private final List<CaseId> breached = new ArrayList<>();
    private final Set<CaseId> armed = new HashSet<>();
    /** New cases on their way, and since when. */
    private final Map<CaseId, Long> reported = new HashMap<>();

    private final List<Duration> clocks = new ArrayList<>();
    private int opened;

    @Test
    void exactlyTheUnansweredHalfIsBreachedOldestFirstAndNewCasesGoOn(@TempDir Path folder) throws Exception {
        try (var log = new DatedLog(folder)) {
            Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
            Instant end = start.plus(AWAY);
            for (int i = 0; i < CASES; i++) {
                log.open(cases.get(i), start, deadline(start, i));
            }
            try (var service = log.escalation()) {
                await(log, service::requireHealth, () -> armed.size() == CASES, Duration.ofMinutes(3));
            }
            for (int i = 0; i < CASES; i += 2) {
                log.acknowledge(cases.get(i), deadline(start, i).minusMillis(1));
            }
            log.pass(end);
            assertThat(breached).isEmpty();

            long up = System.nanoTime();
            try (var service = log.escalation()) {
                var answers = new ArrayList<Duration>();
                await(
                        log,
                        () -> {
                            service.requireHealth();
                            // One at a time, as when it is calm; before the first breach the service is not up yet.
                            if (!breached.isEmpty() && reported.isEmpty()) {
                                answers.add(openAnother(log, end));
                            }
                        },
                        () -> breached.size() >= CASES / 2,
                        Duration.ofMinutes(2));
                Duration drained = Duration.ofNanos(System.nanoTime() - up);
                // Behind all that was appended while escalation was away, and yet not behind all that it led to.
                assertThat(clocks)
                        .as("new cases that had their clock before all was drained")
                        .isNotEmpty();
                Duration clockMeanwhile = median(clocks);
                await(log, service::requireHealth, () -> armed.size() == CASES + opened, Duration.ofMinutes(1));

                clocks.clear();
                var calm = new ArrayList<Duration>();
                for (int i = 0; i < CALM; i++) {
                    calm.add(openAnother(log, end));
                    await(log, service::requireHealth, reported::isEmpty, Duration.ofMinutes(1));
                }
                Duration usual = median(calm);
                Duration meanwhile = median(answers);
                System.out.printf(
                        "%,d deadlines passed while escalation was away: %,d breaches within %d ms of its start;"
                                + " a new case was acknowledged in %d us meanwhile, in %d us when it was calm,"
                                + " and had its clock in %d ms and %d ms%n",
                        CASES,
                        breached.size(),
                        drained.toMillis(),
                        meanwhile.toNanos() / 1_000,
                        usual.toNanos() / 1_000,
                        clockMeanwhile.toMillis(),
                        median(clocks).toMillis());

                assertThat(breached).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(unanswered());
                breaches.forEach((partition, ofIt) -> assertThat(ofIt)
                        .as("oldest first on partition %d", partition)
                        .extracting(SlaBreached::deadline)
                        .isSorted());
                assertThat(drained).isLessThan(DRAINED_WITHIN);
                assertThat(meanwhile.minus(NOTICEABLE)).isLessThan(usual.multipliedBy(2));
            }
        }
    }

    private static Instant deadline(Instant start, int i) {
        return start.plus(AWAY.multipliedBy(i + 1L).dividedBy(CASES));
    }

    private List<CaseId> unanswered() {
        return IntStream.range(0, CASES)
                .filter(i -> i % 2 == 1)
                .mapToObj(cases::get)
                .toList();
    }

    /**
     * How long it takes until the broker has a report: then its platform gets its 202. From here on its clock is waited for.
     */
    private Duration openAnother(DatedLog log, Instant at) {
        CaseId id = DatedLog.caseId("new " + opened++);
        long before = System.nanoTime();
        reported.put(id, before);
        try {
            log.open(id, at, at.plus(AWAY)).get();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not take a report", e);
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private static Duration median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private void await(DatedLog log, Runnable meanwhile, BooleanSupplier done, Duration within) {
        Instant until = Instant.now().plus(within);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("%d armed, %d breached", armed.size(), breached.size())
                    .isBefore(until);
            meanwhile.run();
            log.read(this::tell);
        }
    }

    private void tell(DatedLog.Entry entry) {
        CaseId id = entry.envelope().caseId();
        switch (entry.envelope().event()) {
            case ClockArmed it
            when it.clock() == ClockKind.ACKNOWLEDGE && id != null -> {
                armed.add(id);
                Long since = reported.remove(id);
                if (since != null) {
                    clocks.add(Duration.ofNanos(System.nanoTime() - since));
                }
            }
            case SlaBreached it
            when it.clock() == ClockKind.ACKNOWLEDGE && id != null -> {
                breached.add(id);
                breaches.computeIfAbsent(entry.partition(), partition -> new ArrayList<>())
                        .add(it);
            }
            default -> {
                // Not asked for here.
            }
        }
    }
}
