package io.gridwhistle.log.streams;

import static io.gridwhistle.events.OperatingMode.EMERGENCY;
import static io.gridwhistle.events.OperatingMode.HOLIDAY;
import static io.gridwhistle.events.OperatingMode.MAJOR_EVENT;
import static io.gridwhistle.events.OperatingMode.ORDINARY;
import static io.gridwhistle.log.streams.TestPartition.caseId;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.PlannedMode;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which record on a mode holds where, and which cases are reconsidered with which record. */
class ModeInLogTest {
    private static final CaseId CASE = caseId("1");
    private static final List<CaseId> CROWD =
            IntStream.range(0, 130).mapToObj(i -> caseId("crowd " + i)).sorted().toList();

    @TempDir
    private Path stateFolder;

    private TestPartition log;

    @BeforeEach
    void startOnePartition() {
        log = new TestPartition(stateFolder, Decider.Occasion.MODE);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void itIsOrdinaryUntilSomebodySaysOtherwise() {
        assertThat(modeIn(100, "erqi")).isEqualTo("ordinary");
        log.say(200, "erqi", EMERGENCY, null, null);
        assertThat(modeIn(201, "erqi")).isEqualTo("emergency");
        assertThat(modeIn(202, "jinshui")).isEqualTo("ordinary");
        log.say(300, "erqi", ORDINARY, null, null);
        assertThat(modeIn(301, "erqi")).isEqualTo("ordinary");
    }

    @Test
    void itHoldsFromTheFirstRecordAtItsMomentUntilTheFirstAtItsEnd() {
        log.say(100, "erqi", HOLIDAY, 1_000L, 2_000L);
        assertThat(modeIn(999, "erqi")).isEqualTo("ordinary");
        assertThat(modeIn(1_000, "erqi")).isEqualTo("holiday");
        assertThat(modeIn(1_999, "erqi")).isEqualTo("holiday");
        assertThat(modeIn(2_000, "erqi")).isEqualTo("ordinary");
    }

    @Test
    void whatWasSaidLastHoldsWhileItHolds() {
        log.say(100, "erqi", HOLIDAY, null, 5_000L);
        log.say(200, "erqi", EMERGENCY, 1_000L, 2_000L);
        assertThat(modeIn(300, "erqi")).isEqualTo("holiday");
        assertThat(modeIn(1_500, "erqi")).isEqualTo("emergency");
        assertThat(modeIn(2_500, "erqi")).isEqualTo("holiday");
    }

    @Test
    void theMoreSpecificPlaceGoesFirst() {
        log.say(100, "erqi", HOLIDAY, null, null);
        log.say(200, "tower-zone", MAJOR_EVENT, null, 1_000L);
        assertThat(modeIn(300, "erqi", "tower-zone")).isEqualTo("major-event");
        assertThat(modeIn(301, "erqi")).isEqualTo("holiday");
        assertThat(modeIn(1_000, "erqi", "tower-zone")).isEqualTo("holiday");
    }

    @Test
    void aMomentThatNoClockCountsToStopsNobody() {
        log.plan(100, new PlannedMode(new CellCode("erqi"), HOLIDAY, Instant.MIN, Instant.MAX, ""));
        assertThat(modeIn(200, "erqi")).isEqualTo("holiday");
        log.plan(300, new PlannedMode(new CellCode("erqi"), HOLIDAY, Instant.MAX.minusSeconds(1), Instant.MAX, ""));
        assertThat(modeIn(400, "erqi")).isEqualTo("ordinary");
    }

    @Test
    void whatSomebodySaysGoesBeforeWhatIsPlannedAndTakenBackItIsAsPlanned() {
        log.plan(100, planned("erqi", HOLIDAY, 1_000, 5_000), planned("erqi", MAJOR_EVENT, 2_000, 3_000));
        assertThat(modeIn(1_500, "erqi")).isEqualTo("holiday");
        assertThat(modeIn(2_000, "erqi")).isEqualTo("major-event");
        log.say(2_100, "erqi", EMERGENCY, null, null);
        assertThat(modeIn(3_500, "erqi")).isEqualTo("emergency");
        log.say(3_600, "erqi", ORDINARY, null, null);
        assertThat(modeIn(3_601, "erqi")).isEqualTo("holiday");
        log.say(3_700, "erqi", ORDINARY, null, 4_000L);
        assertThat(modeIn(3_701, "erqi")).as("said with an end").isEqualTo("ordinary");
        assertThat(modeIn(4_000, "erqi")).isEqualTo("holiday");
        log.plan(4_100);
        assertThat(modeIn(4_101, "erqi")).as("nothing is planned any more").isEqualTo("ordinary");
    }

    @Test
    void takingBackLeavesWhatIsToBeginLater() {
        log.say(100, "erqi", EMERGENCY, null, null);
        log.say(200, "erqi", HOLIDAY, 1_000L, 2_000L);
        log.say(300, "erqi", ORDINARY, null, null);
        assertThat(modeIn(400, "erqi")).isEqualTo("ordinary");
        assertThat(modeIn(1_500, "erqi")).isEqualTo("holiday");
    }

    @Test
    void openCasesAreReconsideredASliceWithEachRecordAndEachBeforeItsOwn() {
        CROWD.reversed().forEach(id -> log.append(1, id, "open"));
        log.say(100, "erqi", EMERGENCY, null, null);
        log.append(200, CROWD.getLast(), "note");
        assertThat(log.said()).hasSize(101).allMatch(it -> it.endsWith("moved to emergency"));
        log.append(300, CASE, "note");
        assertThat(log.said()).hasSize(29);
        log.append(400, CASE, "note");
        assertThat(log.said()).isEmpty();
    }

    /** A mode's end would give a clock back what has long run out. */
    @Test
    void afterAnOutageWhatIsDueOfACaseFiresBeforeItIsReconsidered() {
        CROWD.forEach(id -> log.append(1, id, "open"));
        CROWD.forEach(id -> log.append(2, id, "arm x 150"));
        log.say(100, "erqi", EMERGENCY, 200L, 300L);
        log.calls().clear();
        log.takesToFire(10);
        log.append(10_000, CASE, "note");
        int fired = 0;
        int reconsidered = 0;
        for (String call : log.calls()) {
            fired += call.startsWith("fire") ? 1 : 0;
            reconsidered += call.startsWith("reconsider") ? 1 : 0;
            assertThat(reconsidered).as("%s", call).isLessThanOrEqualTo(fired);
        }
        assertThat(reconsidered).isEqualTo(100);
        assertThat(fired).as("a slice, and what was due of those").isBetween(100, 110);
    }

    @Test
    void whoReconsidersAtNewBoundariesIsLeftAloneByAMode(@TempDir Path other) {
        try (var dispatch = new TestPartition(other)) {
            dispatch.append(1, CASE, "open");
            dispatch.say(100, "erqi", EMERGENCY, null, null);
            dispatch.append(200, CASE, "note");
            assertThat(dispatch.calls()).noneMatch(it -> it.startsWith("reconsider"));
        }
        log.append(1, CASE, "open");
        log.activate(100, "v2", null, true);
        log.append(200, CASE, "note");
        assertThat(log.calls()).noneMatch(it -> it.startsWith("reconsider"));
    }

    @Test
    void aReplayTurnsAtTheSameRecords(@TempDir Path again, @TempDir Path onceMore) {
        CROWD.forEach(id -> log.append(1, id, "open"));
        log.plan(50, planned("erqi", HOLIDAY, 250, 400));
        log.say(100, "erqi", EMERGENCY, 200L, 300L);
        for (int at = 150; at < 500; at += 10) {
            log.append(at, CROWD.get(at % 130), "mode erqi");
        }
        List<String> once = bytes(log);
        assertThat(once).hasSizeGreaterThan(400);
        try (var quick = new TestPartition(again, Decider.Occasion.MODE);
                var slow = new TestPartition(onceMore, Decider.Occasion.MODE)) {
            quick.replay(log, 0);
            assertThat(bytes(quick)).isEqualTo(once);
            slow.replay(log, 100);
            assertThat(bytes(slow)).isEqualTo(once);
        }
    }

    private static List<String> bytes(TestPartition partition) {
        return partition.written().stream()
                .map(it -> "%s %s %s %s".formatted(it.getRecordTime(), it.key(), it.headers(), utf8(it)))
                .toList();
    }

    private static String utf8(TestRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static PlannedMode planned(String place, OperatingMode mode, long from, long until) {
        return new PlannedMode(
                new CellCode(place), mode, Instant.ofEpochMilli(from), Instant.ofEpochMilli(until), "planned");
    }

    private String modeIn(long at, String... places) {
        log.append(at, CASE, "mode " + String.join(" ", places));
        return log.said().getLast().split(" ")[1];
    }
}
