package io.gridwhistle.log.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.reference.References;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log times are milliseconds of the first seconds there were; it is known what time it is at the broker. */
class CaseProcessorTest {
    private static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "1");
    private static final CaseId OTHER = CaseId.of(new PlatformId("zhenghaopai"), "2");

    private final ScriptedDecider decider = new ScriptedDecider();
    private final List<Instant> ticks = new ArrayList<>();
    private final List<LongConsumer> brokersAnswers = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long localMillis;
    /** How long it takes to fire a timer. */
    private int millisToFire;

    private final LogClock clock = new LogClock(() -> (localMillis + (long) fired().size() * millisToFire) * 1_000_000);

    @TempDir
    private Path stateFolder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> log;

    @BeforeEach
    void startOnePartition() {
        References references = mock();
        when(references.await(any(), any(), any())).thenAnswer(call -> {
            Function<byte[], ?> parser = call.getArgument(2);
            return parser.apply(
                    "units in %s".formatted(call.<String>getArgument(1)).getBytes(StandardCharsets.UTF_8));
        });
        var logMeters = new LogMeters(meters);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "case-processor-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        driver = new TopologyTestDriver(
                CaseTopology.of(() -> new CaseProcessor<>(
                        decider,
                        "/test",
                        references,
                        (partition, due, appendedAt) -> {
                            ticks.add(due);
                            brokersAnswers.add(appendedAt);
                        },
                        logMeters,
                        clock)),
                properties,
                Instant.EPOCH);
        clock.acknowledged(0, 0);
        log = driver.createInputTopic(Topics.CASE_LOG, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void timersFireBeforeTheRecordThatReachesThemTheOldestFirst() {
        append(100, CASE, "arm late 1500");
        append(100, OTHER, "arm early 1200");
        append(100, CASE, "arm never 9000");
        decider.calls().clear();

        append(1199, CASE, "note before");
        append(1500, CASE, "note at");

        assertThat(decider.calls())
                .containsExactly(
                        "note before @1199 [arm late 1500, arm never 9000, note before]",
                        "fire early due 1200 @1500",
                        "fire late due 1500 @1500",
                        "note at @1500 [arm late 1500, arm never 9000, note before, note at]");
    }

    @Test
    void aTimerFiresOnce() {
        append(100, CASE, "arm once 200");
        append(300, CASE, "note");
        append(400, CASE, "note");
        assertThat(decider.calls()).filteredOn(call -> call.startsWith("fire")).hasSize(1);
    }

    @Test
    void aCancelledTimerDoesNotFire() {
        append(100, CASE, "arm x 200");
        append(150, CASE, "cancel x 200");
        append(300, CASE, "note");
        assertThat(decider.calls()).noneMatch(call -> call.startsWith("fire"));
    }

    @Test
    void logTimeNeverGoesBack() {
        append(1000, CASE, "arm x 1000");
        append(700, CASE, "note from a broker that is behind");
        assertThat(decider.calls())
                .containsExactly(
                        "arm x 1000 @1000 [arm x 1000]",
                        "fire x due 1000 @1000",
                        "note from a broker that is behind @1000 [arm x 1000, note from a broker that is behind]");
    }

    @Test
    void casesDoNotSeeEachOthersState() {
        append(1, CASE, "note a");
        append(2, OTHER, "note b");
        append(3, CASE, "note c");
        assertThat(decider.calls())
                .containsExactly("note a @1 [note a]", "note b @2 [note b]", "note c @3 [note a, note c]");
    }

    @Test
    void whatIsDecidedIsAppendedUnderItsCaseWithItsSource() {
        append(500, CASE, "say");
        TestRecord<String, byte[]> said = said();
        EventEnvelope<LogEvent> envelope = EventCodec.decode(said.headers(), said.value(), LogEvent.class);
        assertThat(said.key()).isEqualTo(CASE.value());
        assertThat(envelope.source()).isEqualTo("/test");
        assertThat(envelope.time()).isEqualTo(Instant.ofEpochMilli(500));
        assertThat(envelope.event()).isInstanceOf(CaseSupervised.class);
    }

    @Test
    void aReferenceHoldsFromItsPlaceInTheLogOn() {
        append(1, CASE, "ask");
        assertThat(reasonSaid()).isEqualTo("nothing in force");
        appendActivation(2, "v1");
        append(3, CASE, "ask");
        assertThat(reasonSaid()).isEqualTo("units in v1");
        appendActivation(4, "v2");
        append(5, CASE, "ask");
        assertThat(reasonSaid()).isEqualTo("units in v2");
    }

    @Test
    void aPoisonRecordIsPassedOverAndCounted() {
        append(100, CASE, "arm x 200");
        log.pipeInput(new TestRecord<>(
                CASE.value(),
                "no event".getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Instant.ofEpochMilli(300)));
        append(400, CASE, "note");

        assertThat(deadLetters()).isEqualTo(1);
        assertThat(decider.calls())
                .as("its time has passed all the same")
                .contains("fire x due 200 @300", "note @400 [arm x 200, note]");
    }

    @Test
    void whatADeciderRemarksIsCounted() {
        append(100, CASE, "remark class-given-up");
        append(200, CASE, "remark class-given-up");
        append(300, CASE, "remark deadline-estimated");

        assertThat(meters.get("gridwhistle.decider.remarks")
                        .tag("remark", "class-given-up")
                        .counter()
                        .count())
                .as("once a decision")
                .isEqualTo(2);
        assertThat(meters.get("gridwhistle.decider.remarks")
                        .tag("remark", "deadline-estimated")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeDecidedIsParkedWithItsCauseAndItsCaseGoesOn() {
        append(100, CASE, "note a");
        append(200, CASE, "fail");
        append(300, CASE, "arm fail 400");
        append(500, CASE, "note b");

        assertThat(decider.calls()).last().isEqualTo("note b @500 [note a, passed over, arm fail 400, note b]");
        var parked = driver.createOutputTopic(
                        Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        assertThat(parked).hasSize(2).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(CASE.value());
            assertThat(header(record, "dlt-cause")).contains("no idea what to do");
            assertThat(header(record, "dlt-service")).isEqualTo("/test");
        });
        assertThat(EventCodec.decode(
                                parked.getFirst().headers(), parked.getFirst().value(), CaseSupplemented.class)
                        .event()
                        .text())
                .isEqualTo("fail");
        assertThat(parked.getLast().value()).asString(StandardCharsets.UTF_8).contains("fail", CASE.value());
        assertThat(meters.get("gridwhistle.log.dead.letters").counter().count()).isEqualTo(2);
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void whatNoBrokerWouldTakeIsNotSentButParked() {
        append(100, CASE, "shout");
        append(200, CASE, "note");

        assertThat(decider.calls()).last().isEqualTo("note @200 [passed over, note]");
        assertThat(meters.get("gridwhistle.log.dead.letters").counter().count()).isEqualTo(1);
        assertThat(driver.createOutputTopic(Topics.CASE_LOG, new StringDeserializer(), new ByteArrayDeserializer())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aCaseThatWasQuietForLongIsRememberedAllTheSame() {
        append(1, CASE, "note a");
        for (int i = 0; i < 1_100; i++) {
            append(2, CaseId.of(new PlatformId("zhenghaopai"), "crowd " + i), "note");
        }
        append(3, CASE, "note b");
        assertThat(decider.calls()).last().isEqualTo("note b @3 [note a, note b]");
    }

    @Test
    void anEventOfNoCaseIsPoisonToo() {
        append(100, null, "note");
        append(200, CASE, "note");
        assertThat(deadLetters()).isEqualTo(1);
        assertThat(decider.calls()).containsExactly("note @200 [note]");
    }

    @Test
    void aQuietPartitionIsTickedOnceWhenATimerIsDue() {
        append(100, CASE, "arm x 1000");
        append(110, CASE, "arm y 5000");

        pass(500);
        assertThat(ticks).as("nothing is due").isEmpty();
        pass(600);
        pass(600);
        assertThat(ticks).as("one is under way").containsExactly(Instant.ofEpochMilli(1000));

        appendTick(1700);
        pass(600);
        assertThat(decider.calls()).contains("fire x due 1000 @1700");
        assertThat(ticks).as("the next is not due yet").hasSize(1);
        pass(4000);
        assertThat(ticks).containsExactly(Instant.ofEpochMilli(1000), Instant.ofEpochMilli(5000));
    }

    @Test
    void aTickThatIsLostIsSentAgain() {
        append(100, CASE, "arm x 1000");
        pass(1000);
        assertThat(ticks).hasSize(1);
        pass(4900);
        assertThat(ticks).hasSize(1);
        pass(500);
        assertThat(ticks).hasSize(2);
    }

    @Test
    void afterALongOutageTheTickComesAtOnce() {
        localMillis = 1_800_000;
        append(100, CASE, "arm x 1000");
        append(110, CASE, "note");

        pass(50);

        assertThat(ticks).containsExactly(Instant.ofEpochMilli(1000));
        appendTick(1_800_060);
        assertThat(decider.calls()).contains("fire x due 1000 @1800060");
    }

    /** After an assignment the machine may have been asleep: what waits is worth one tick, and that one tells the time. */
    @Test
    void whoDoesNotKnowTheTimeAsksOnceWhereSomethingWaits() {
        clock.doubt();
        pass(1_000);
        assertThat(ticks).as("nothing waits").isEmpty();
        append(100, CASE, "arm x 1500");
        pass(50);
        assertThat(ticks).hasSize(1);

        brokersAnswers.removeFirst().accept(400);
        appendTick(400);
        pass(1_000);
        assertThat(ticks).as("it is 1400 at the broker").hasSize(1);
        assertThat(overdueSeconds()).isZero();
        pass(1_100);
        assertThat(ticks).hasSize(2);
        assertThat(overdueSeconds()).isEqualTo(1);
    }

    private double overdueSeconds() {
        return meters.get("gridwhistle.timer.overdue").gauge().value();
    }

    @Test
    void aMachineThatIsAheadOfTheBrokerLearnsSoFromItsFirstTick() {
        localMillis = 600_000;
        append(100, CASE, "arm x 1000");
        pass(50);
        assertThat(ticks).hasSize(1);

        brokersAnswers.removeFirst().accept(400);
        appendTick(400);
        pass(300);
        assertThat(ticks).as("it is 700 at the broker").hasSize(1);
        pass(400);
        assertThat(ticks).hasSize(2);
    }

    @Test
    void afterAnOutageTimersFireInSlicesAndACasesOwnBeforeItsNextRecord() {
        for (int i = 0; i < 600; i++) {
            append(1, CaseId.of(new PlatformId("zhenghaopai"), "crowd " + i), "arm x " + (1_000 + i));
        }
        append(1, CASE, "arm own 5000");
        append(1, CASE, "arm gone 5000");
        append(1, CASE, "cancel gone 5000");
        decider.calls().clear();
        millisToFire = 1;

        append(10_000, CASE, "note");

        assertThat(fired()).hasSize(21).startsWith("fire x due 1000 @10000").endsWith("fire own due 5000 @10000");
        assertThat(decider.calls()).last().asString().startsWith("note @10000");
        append(10_000, OTHER, "note");
        assertThat(fired()).as("what they lead to fires no more of them").hasSize(21);
        assertThat(ticks).isEmpty();
        pass(50);
        assertThat(fired()).hasSize(41);
        millisToFire = 0;
        pass(50);
        assertThat(fired()).hasSize(601).doesNotHaveDuplicates();
        pass(10_000);
        assertThat(ticks).as("the log's own time had passed them all").isEmpty();
    }

    @Test
    void whatAFiredTimerArmsTakesItsPlaceAmongWhatIsDue() {
        append(100, CASE, "arm relay 1000");
        append(100, OTHER, "arm x 1200");
        append(100, OTHER, "arm y 1050");
        append(100, OTHER, "cancel y 1050");

        append(1_150, OTHER, "note");
        assertThat(fired()).containsExactly("fire relay due 1000 @1150", "fire relayed due 1100 @1150");
        append(10_000, OTHER, "note");
        assertThat(fired()).last().isEqualTo("fire x due 1200 @10000");
    }

    @Test
    void afterAnOutageACasesOwnTimersFireToTheLastBeforeItsNextRecord() {
        for (int i = 0; i < 500; i++) {
            append(1, CaseId.of(new PlatformId("zhenghaopai"), "crowd " + i), "arm x 1000");
        }
        append(1, CASE, "arm relay 5000");
        decider.calls().clear();
        millisToFire = 10;

        append(10_000, CASE, "note");

        assertThat(fired()).hasSize(12).endsWith("fire relay due 5000 @10000", "fire relayed due 5100 @10000");
        assertThat(decider.calls()).last().asString().startsWith("note @10000");
        millisToFire = 0;
        pass(50);
        assertThat(fired()).hasSize(502);
    }

    private List<String> fired() {
        return decider.calls().stream().filter(call -> call.startsWith("fire")).toList();
    }

    @Test
    void aTimerThatWasCancelledIsNotWorthATick() {
        append(100, CASE, "arm x 1000");
        append(200, CASE, "cancel x 1000");
        pass(60_000);
        assertThat(ticks).isEmpty();
    }

    @Test
    void aPartitionWithoutTimersIsLeftAlone() {
        append(100, CASE, "note");
        pass(3_600_000);
        assertThat(ticks).isEmpty();
    }

    private void append(long logTime, @Nullable CaseId caseId, String text) {
        CaseEvent event = new CaseSupplemented(text, null, null, null, List.of(), Actor.system("test"));
        pipe(logTime, new EventEnvelope<>(new EventId("e"), caseId, "/test", Instant.EPOCH, null, event));
    }

    private void appendActivation(long logTime, String version) {
        var event = new ReferenceActivated(ReferenceKind.UNITS, version, "", null, false, Actor.system("test"));
        pipe(logTime, new EventEnvelope<>(new EventId("e"), null, "/test", Instant.EPOCH, null, event));
    }

    private void appendTick(long logTime) {
        var event = new Tick(Instant.EPOCH);
        pipe(logTime, new EventEnvelope<>(new EventId("e"), null, "/test", Instant.EPOCH, null, event));
    }

    private void pipe(long logTime, EventEnvelope<?> envelope) {
        var record = EventCodec.encode(Topics.CASE_LOG, null, envelope);
        localMillis = Math.max(localMillis, logTime);
        log.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), Instant.ofEpochMilli(logTime)));
    }

    private void pass(long millis) {
        localMillis += millis;
        driver.advanceWallClockTime(Duration.ofMillis(millis));
    }

    private double deadLetters() {
        return meters.get("gridwhistle.log.passed.over").counter().count();
    }

    private TestRecord<String, byte[]> said() {
        return driver.createOutputTopic(Topics.CASE_LOG, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecord();
    }

    private String reasonSaid() {
        TestRecord<String, byte[]> said = said();
        return EventCodec.decode(said.headers(), said.value(), CaseSupervised.class)
                .event()
                .reason();
    }
}
