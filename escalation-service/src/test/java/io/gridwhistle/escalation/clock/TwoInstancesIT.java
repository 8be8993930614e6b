package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.servers.Tool;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances of escalation on one log, the broker's clock telling the time. */
class TwoInstancesIT {
    private static final int MANY = 10_000;
    private static final int FEW = 500;
    /** Of these many one is answered as soon as it is opened. */
    private static final int ANSWERED = 10;

    private static final int KILLS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private static Path folder;

    private static DatedLog log;
    private static Instance steady;

    private final Map<CaseId, Instant> due = new HashMap<>();
    private final Map<CaseId, List<DatedLog.Entry>> breached = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        log = DatedLog.live(folder.resolve("shell"));
        log.ground().createDatabase(Instance.DATABASE);
        steady = instance("steady", null);
        await(steady::isReady);
    }

    @AfterAll
    static void stop() throws Exception {
        steady.close();
        log.close();
    }

    @Test
    void oneIsKilledAgainAndAgainAndEveryTimerFiresOnce() throws Exception {
        try (var other = instance("killed", null)) {
            await(other::isReady);
            List<CaseId> answered = open("kill", MANY, Duration.ofSeconds(25), Duration.ofSeconds(60));
            int kills = 0;
            Instant until = Instant.now().plus(PATIENCE);
            while (breached.size() < due.size()) {
                assertThat(Instant.now())
                        .as("%d of %d have fired", breached.size(), due.size())
                        .isBefore(until);
                log.read(this::tell);
                if (breached.size() > (kills + 1) * MANY / (KILLS + 2) && other.isReady()) {
                    other.killAndRestart();
                    kills++;
                }
            }
            await(() -> onTheBoard() >= MANY);
            log.read(this::tell);
            System.out.printf("%,d timers fired while one of two instances was killed %d times%n", MANY, kills);
            assertThat(kills).as("kills").isGreaterThanOrEqualTo(2);
            requireEachOnceAndNoneEarly();
            assertThat(breached.keySet()).doesNotContainAnyElementsOf(answered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1h", "-1h"})
    void aClockThatIsAnHourWrongMakesNoTimerEarlyAndLosesNone(String by) throws Exception {
        try (var other = instance("shifted", new Instance.Shift(Tool.requireFakeTime(), by))) {
            await(other::isReady);
            assertThat(Duration.between(Instant.now(), other.started()).abs())
                    .isCloseTo(Duration.ofHours(1), Duration.ofMinutes(10));
            List<CaseId> answered = open("shift " + by, FEW, Duration.ofSeconds(5), Duration.ofSeconds(10));
            await(() -> {
                log.read(this::tell);
                return breached.size() == due.size();
            });
            requireEachOnceAndNoneEarly();
            assertThat(breached.keySet()).doesNotContainAnyElementsOf(answered);
        }
    }

    private static Instance instance(String name, Instance.@Nullable Shift shift) throws Exception {
        return Instance.start(name, folder, log.ground(), shift);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    /** Opens cases whose orders come due one after another; which ones are answered at once. */
    private List<CaseId> open(String name, int count, Duration first, Duration spread) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var answered = new ArrayList<CaseId>();
        IntStream.range(0, count + count / ANSWERED).forEach(i -> {
            CaseId id = DatedLog.caseId(name + " " + i);
            Instant deadline = now.plus(first).plus(spread.multipliedBy(i).dividedBy(count));
            log.open(id, now, deadline);
            if (i < count) {
                due.put(id, deadline);
            } else {
                log.acknowledge(id, now);
                answered.add(id);
            }
        });
        return answered;
    }

    private void tell(DatedLog.Entry entry) {
        CaseId id = entry.envelope().caseId();
        if (id != null
                && due.containsKey(id)
                && entry.envelope().event() instanceof SlaBreached it
                && it.clock() == ClockKind.ACKNOWLEDGE) {
            breached.computeIfAbsent(id, key -> new ArrayList<>()).add(entry);
        }
    }

    private void requireEachOnceAndNoneEarly() {
        assertThat(breached.keySet()).isEqualTo(due.keySet());
        assertThat(breached).allSatisfy((id, entries) -> {
            assertThat(entries).hasSize(1);
            assertThat(entries.getFirst().appended()).isAfterOrEqualTo(due.get(id));
        });
        var late = breached.entrySet().stream()
                .map(it -> Duration.between(
                        due.getOrDefault(it.getKey(), Instant.MAX),
                        it.getValue().getFirst().appended()))
                .sorted()
                .toList();
        System.out.printf(
                "late by %d ms at the median, %d ms at most%n",
                late.get(late.size() / 2).toMillis(), late.getLast().toMillis());
    }

    private static long onTheBoard() throws SQLException {
        try (var connection = DriverManager.getConnection(log.ground().jdbcUrl(Instance.DATABASE));
                var found = connection
                        .createStatement()
                        .executeQuery("select count(*) from escalation.sla_board"
                                + " where kind = 'acknowledge' and breached_at is not null")) {
            found.next();
            return found.getLong(1);
        }
    }
}
