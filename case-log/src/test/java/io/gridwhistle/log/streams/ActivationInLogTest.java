package io.gridwhistle.log.streams;

import static io.gridwhistle.log.streams.TestPartition.caseId;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which record on a version holds, and which cases an activation that re-routes reaches with which record. */
class ActivationInLogTest {
    private static final CaseId CASE = caseId("1");
    /** By id, as a sweep comes to them: a hundred with a record. */
    private static final List<CaseId> CROWD =
            IntStream.range(0, 130).mapToObj(i -> caseId("crowd " + i)).sorted().toList();

    @TempDir
    private Path stateFolder;

    private TestPartition log;

    @BeforeEach
    void startOnePartition() {
        log = new TestPartition(stateFolder);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aVersionHoldsFromTheFirstRecordAtItsMomentOn() {
        log.activate(100, "v1", null, false);
        log.activate(200, "v2", 1_000L, false);
        assertThat(where(999)).isEqualTo("v1");
        assertThat(where(1_000)).isEqualTo("v2");
    }

    @Test
    void whatWasSaidLaterForAnEarlierMomentHoldsUntilTheOthersMoment() {
        log.activate(100, "v1", null, false);
        log.activate(200, "v2", 1_000L, false);
        log.activate(300, "v3", null, false);
        assertThat(where(400)).isEqualTo("v3");
        assertThat(where(1_000)).isEqualTo("v2");
    }

    @Test
    void oneRecordMayPassSeveralMoments() {
        log.activate(100, "v1", 1_000L, false);
        log.activate(200, "v3", 3_000L, false);
        log.activate(300, "v2", 2_000L, false);
        assertThat(where(900)).isEqualTo("nowhere");
        assertThat(where(3_500)).isEqualTo("v3");
    }

    @Test
    void whatIsTakenBackNeverHolds() {
        log.activate(100, "v1", null, false);
        EventId toCome = log.activate(200, "v2", 1_000L, false);
        log.cancel(300, toCome);
        assertThat(where(1_000)).isEqualTo("v1");
    }

    @Test
    void whatIsTakenBackTooLateHereHoldsNoLonger() {
        log.activate(100, "v1", null, false);
        EventId toCome = log.activate(200, "v2", 1_000L, false);
        assertThat(where(1_000)).isEqualTo("v2");
        log.cancel(1_001, toCome);
        assertThat(where(1_002)).isEqualTo("v1");
    }

    @Test
    void withoutReroutingNobodyIsReconsidered() {
        open();
        log.activate(100, "v2", null, false);
        log.append(200, CASE, "note");
        log.pass(60_000);
        assertThat(reconsidered()).isEmpty();
        assertThat(log.ticks()).isEmpty();
    }

    @Test
    void eachRecordReconsidersSomeAndACaseIsReconsideredBeforeItsOwn() {
        open();
        log.activate(100, "v2", null, true);
        assertThat(log.count("gridwhistle.sweep.partitions")).isEqualTo(1);
        log.calls().clear();

        log.append(200, CROWD.getLast(), "note");

        assertThat(log.said())
                .as("the first by id, and whose record it is")
                .containsExactlyElementsOf(moved("v2", CROWD.subList(0, 100), CROWD.subList(129, 130)));
        assertThat(log.calls().subList(100, 102))
                .containsExactly("reconsider @200 [open]", "note @200 [open, moved to v2, note]");
        log.append(300, CASE, "note");
        assertThat(log.said()).isEqualTo(moved("v2", CROWD.subList(100, 129)));
        assertThat(log.count("gridwhistle.sweep.partitions")).isZero();
        assertThat(log.count("gridwhistle.sweep.cases", "outcome", "moves")).isEqualTo(130);
    }

    @Test
    void onlyCasesThatMayMoveAreLookedAt() {
        log.append(1, CASE, "note");
        log.append(2, caseId("2"), "open stay");
        log.append(3, caseId("3"), "open");
        log.append(4, caseId("3"), "shut");
        log.activate(100, "v2", null, true);
        log.append(200, CASE, "note");
        assertThat(reconsidered()).containsExactly("reconsider @200 [open stay]");
        assertThat(log.said()).isEmpty();
    }

    @Test
    void aQuietPartitionIsTickedAsLongAsASweepIsUnderWayOneTickAtATime() {
        open();
        log.activate(100, "v2", null, true);
        log.pass(50);
        log.pass(1_000);
        assertThat(log.ticks()).as("one is under way").hasSize(1);
        for (int i = 0; i < 2; i++) {
            log.tick(2_000 + i);
            log.pass(50);
        }
        assertThat(log.said()).isEqualTo(moved("v2", CROWD));
        log.pass(60_000);
        assertThat(log.ticks()).as("nothing is left to do").hasSize(2);
    }

    @Test
    void aBusyPartitionIsNotTickedForASweep() {
        open();
        log.activate(100, "v2", null, true);
        log.append(200, CASE, "note");
        log.pass(50);
        assertThat(log.ticks()).isEmpty();
    }

    @Test
    void aQuietPartitionIsTickedWhenTheMomentOfAReroutingComesAndOnlyWhereThereAreCases() {
        log.activate(100, "v2", 1_000L, true);
        log.pass(2_000);
        assertThat(log.ticks()).isEmpty();
        log.append(2_100, CASE, "open");
        log.activate(2_200, "v3", 5_000L, true);
        log.pass(2_700);
        assertThat(log.ticks()).as("not yet").isEmpty();
        log.pass(200);
        assertThat(log.ticks()).containsExactly(5_000L);
        log.tick(5_100);
        assertThat(log.said()).isEqualTo(moved("v3", List.of(CASE)));
    }

    @Test
    void aSecondReroutingTakesThePlaceOfTheFirst() {
        open();
        log.activate(100, "v2", null, true);
        log.activate(300, "v3", null, true);
        assertThat(log.said()).isEqualTo(moved("v2", CROWD.subList(0, 100)));
        for (int i = 0; i < 3; i++) {
            log.append(400 + i, CASE, "note");
        }
        assertThat(log.said()).isEqualTo(moved("v3", CROWD));
    }

    @Test
    void whereTheNextActivationWantsNoReroutingTheRestStayWhereTheyAre() {
        open();
        log.activate(100, "v2", null, true);
        log.activate(300, "v3", null, false);
        assertThat(log.said()).as("with the record itself").hasSize(100);
        log.append(400, CASE, "note");
        log.append(500, CROWD.getLast(), "note");
        assertThat(log.said()).isEmpty();
        assertThat(log.count("gridwhistle.sweep.partitions")).isZero();
    }

    @Test
    void theSameLogLeadsToTheSameBytesWithASweepInIt(@TempDir Path again, @TempDir Path onceMore) {
        open();
        log.activate(100, "v2", 300L, true);
        log.append(200, CASE, "where");
        log.append(310, CROWD.get(120), "where");
        log.tick(320);
        log.activate(330, "v3", null, true);
        log.append(340, CASE, "where");
        log.tick(350);
        log.tick(360);
        log.append(370, CROWD.get(3), "where");
        List<String> once = bytes(log);
        assertThat(once).hasSizeGreaterThan(250);

        try (var quick = new TestPartition(again);
                var slow = new TestPartition(onceMore)) {
            quick.replay(log, 0);
            assertThat(bytes(quick)).isEqualTo(once);
            slow.replay(log, 100);
            assertThat(bytes(slow)).isEqualTo(once);
        }
    }

    private static List<String> bytes(TestPartition partition) {
        return partition.written().stream().map(ActivationInLogTest::bytes).toList();
    }

    private static String bytes(TestRecord<String, byte[]> record) {
        return "%s %s %s %s"
                .formatted(
                        record.key(),
                        record.timestamp(),
                        record.headers(),
                        new String(record.value(), StandardCharsets.UTF_8));
    }

    private void open() {
        CROWD.reversed().forEach(id -> log.append(1, id, "open"));
    }

    private String where(long at) {
        log.append(at, CASE, "where");
        return log.said().getLast().split(" ")[1];
    }

    private List<String> reconsidered() {
        return log.calls().stream().filter(it -> it.startsWith("reconsider")).toList();
    }

    @SafeVarargs
    private static List<String> moved(String to, List<CaseId>... cases) {
        return Arrays.stream(cases)
                .flatMap(List::stream)
                .map(id -> id + " moved to " + to)
                .toList();
    }
}
