package io.gridwhistle.log.streams;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ActivationCancelled;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.PlannedMode;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
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
import java.util.stream.StreamSupport;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A partition of the log with a {@link ScriptedDecider} behind it. Times are milliseconds of the first seconds there were;
 * it is known what time it is at the broker. What was appended to it can be replayed on another.
 */
final class TestPartition implements AutoCloseable {
    private final ScriptedDecider decider;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Long> ticks = new ArrayList<>();
    private final List<TestRecord<String, byte[]>> appended = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> in;
    private final TestOutputTopic<String, byte[]> out;
    private long clock;
    private int millisToFire;

    TestPartition(Path stateFolder) {
        this(stateFolder, Decider.Occasion.REROUTE);
    }

    TestPartition(Path stateFolder, Decider.Occasion occasion) {
        decider = new ScriptedDecider(occasion);
        References references = mock();
        when(references.await(any(), any(), any())).thenAnswer(call -> {
            Function<byte[], ?> parser = call.getArgument(2);
            return parser.apply(call.<String>getArgument(1).getBytes(StandardCharsets.UTF_8));
        });
        var logMeters = new LogMeters(meters);
        var logClock = new LogClock(() -> (clock + fired() * millisToFire) * 1_000_000);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-partition");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        driver = new TopologyTestDriver(
                CaseTopology.of(() -> new CaseProcessor<>(
                        decider,
                        "/test",
                        references,
                        (partition, due, appendedAt) -> ticks.add(due.toEpochMilli()),
                        logMeters,
                        logClock)),
                properties,
                Instant.EPOCH);
        logClock.acknowledged(0, 0);
        in = driver.createInputTopic(Topics.CASE_LOG, new StringSerializer(), new ByteArraySerializer());
        out = driver.createOutputTopic(
                ScriptedDecider.UNITS_TOPIC, new StringDeserializer(), new ByteArrayDeserializer());
    }

    static CaseId caseId(String name) {
        return CaseId.of(new PlatformId("zhenghaopai"), name);
    }

    /** How long it takes to fire a timer, so that few fire with a record. */
    void takesToFire(int millis) {
        millisToFire = millis;
    }

    private long fired() {
        return calls().stream().filter(call -> call.startsWith("fire")).count();
    }

    /** What the case's script says, see {@link ScriptedDecider}. */
    void append(long at, CaseId caseId, String text) {
        append(
                at,
                caseId,
                new CaseSupplemented(text, null, null, null, List.of(), Actor.system("test")),
                new EventId("e"));
    }

    EventId activate(long at, String version, @Nullable Long from, boolean reroute) {
        var id = new EventId("activated-at-" + at);
        Instant moment = from == null ? null : Instant.ofEpochMilli(from);
        append(
                at,
                null,
                new ReferenceActivated(ReferenceKind.GRID_SET, version, "", moment, reroute, Actor.system("test")),
                id);
        return id;
    }

    void cancel(long at, EventId activation) {
        append(
                at,
                null,
                new ActivationCancelled(ReferenceKind.GRID_SET, "?", activation, Actor.system("test")),
                new EventId("e"));
    }

    /** From when until when, where that is said. */
    void say(long at, String place, OperatingMode mode, @Nullable Long from, @Nullable Long until) {
        var event = new ModeChanged(
                new CellCode(place),
                mode,
                from == null ? null : Instant.ofEpochMilli(from),
                until == null ? null : Instant.ofEpochMilli(until),
                "",
                Actor.system("test"));
        append(at, null, event, new EventId("e"));
    }

    void plan(long at, PlannedMode... modes) {
        append(at, null, new ModesPlanned(List.of(modes), Actor.system("test")), new EventId("e"));
    }

    void tick(long at) {
        append(at, null, new Tick(Instant.EPOCH), new EventId("e"));
    }

    private void append(long at, @Nullable CaseId caseId, LogEvent event, EventId id) {
        var encoded = EventCodec.encode(
                Topics.CASE_LOG, null, new EventEnvelope<>(id, caseId, "/test", Instant.EPOCH, null, event));
        append(new TestRecord<>(encoded.key(), encoded.value(), encoded.headers(), Instant.ofEpochMilli(at)));
    }

    private void append(TestRecord<String, byte[]> record) {
        clock = Math.max(clock, record.timestamp());
        appended.add(record);
        in.pipeInput(record);
    }

    /** The same log again, read at a pace of its own. */
    void replay(TestPartition other, long millisBetween) {
        for (TestRecord<String, byte[]> record : other.appended) {
            append(record);
            pass(millisBetween);
        }
    }

    /** Time passes, and nothing happens. */
    void pass(long millis) {
        clock += millis;
        driver.advanceWallClockTime(Duration.ofMillis(millis));
    }

    List<Long> ticks() {
        return ticks;
    }

    List<String> calls() {
        return decider.calls();
    }

    double count(String meter, String... tags) {
        return meters.get(meter).tags(tags).meters().stream()
                .flatMap(it -> StreamSupport.stream(it.measure().spliterator(), false))
                .mapToDouble(it -> it.getValue())
                .sum();
    }

    /** What was said since the last look, {@code case words}. */
    List<String> said() {
        return written().stream()
                .map(record -> record.key() + " "
                        + EventCodec.decode(record.headers(), record.value(), CaseSupervised.class)
                                .event()
                                .reason())
                .toList();
    }

    /** The same, as it is. */
    List<TestRecord<String, byte[]>> written() {
        return out.readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
