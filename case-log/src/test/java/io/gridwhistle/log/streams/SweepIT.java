package io.gridwhistle.log.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

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
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.LogSettings;
import io.gridwhistle.log.LogTopics;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.servers.TestGround;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a real broker, on a partition where nothing else happens, whose thread dies in the middle of it. */
class SweepIT {
    private static final int CASES = 350;
    private static final int DIES_AT = 150;
    private static final List<CaseId> OPEN = IntStream.range(0, CASES)
            .mapToObj(i -> TestPartition.caseId("open " + i))
            .sorted()
            .toList();

    private final TestGround ground = TestGround.start();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", ground.bootstrapServers()));
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", ground.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> units = new KafkaConsumer<>(
            Map.of("bootstrap.servers", ground.bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void oneCaseLog() {
        var topics = new LogTopics(admin, settings("sweep"));
        topics.ensureLog();
        topics.ensureDispatch(List.of(ScriptedDecider.UNITS_TOPIC));
        units.assign(List.of(new TopicPartition(ScriptedDecider.UNITS_TOPIC, 0)));
        units.seekToBeginning(units.assignment());
    }

    @AfterEach
    void close() {
        units.close();
        producer.close();
        admin.close();
        ground.close();
    }

    @Test
    void itGoesOnWhereItWasAndAReplayGoesTheSameWay() {
        OPEN.reversed().forEach(id -> append(id, script("open")));
        append(null, new ReferenceActivated(ReferenceKind.GRID_SET, "v2", "", null, true, Actor.system("test")));
        List<String> expected = OPEN.stream().map(id -> id + " moved to v2").toList();

        var decider = new Dying();
        var streams = streams("sweep", decider);
        streams.start();
        awaitSaid(CASES);
        streams.stop();

        assertThat(decider.asked.get()).as("it died, and some were asked again").isGreaterThan(CASES);
        assertThat(said).isEqualTo(expected);

        said.clear();
        var replay = streams("replay", new ScriptedDecider());
        replay.start();
        awaitSaid(CASES);
        replay.stop();
        assertThat(said).isEqualTo(expected);
    }

    private void awaitSaid(int count) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            units.poll(Duration.ofMillis(200))
                    .forEach(record -> said.add(record.key() + " "
                            + EventCodec.decode(record.headers(), record.value(), CaseSupervised.class)
                                    .event()
                                    .reason()));
            return said.size() >= count;
        });
    }

    private CaseStreams streams(String service, Decider<ScriptedDecider.Words> decider) {
        CaseLog log = mock();
        doAnswer(call -> {
                    append(null, new Tick(call.getArgument(1)));
                    return null;
                })
                .when(log)
                .tick(anyInt(), any(Instant.class), any(LongConsumer.class));
        var registry = new SimpleMeterRegistry();
        return new CaseStreams(
                decider,
                Map.of("bootstrap.servers", ground.bootstrapServers()),
                settings(service),
                mock(References.class),
                log,
                new LogMeters(registry),
                registry);
    }

    private LogSettings settings(String service) {
        return new LogSettings(
                service,
                "0",
                1,
                (short) 1,
                1,
                Duration.ofMillis(-1),
                1,
                Duration.ofMillis(50),
                folder.resolve(service).toString(),
                Duration.ofSeconds(1));
    }

    private static CaseEvent script(String words) {
        return new CaseSupplemented(words, null, null, null, List.of(), Actor.system("test"));
    }

    private void append(@Nullable CaseId caseId, LogEvent event) {
        producer.send(EventCodec.encode(
                Topics.CASE_LOG,
                0,
                new EventEnvelope<>(new EventId("e"), caseId, "/test", Instant.EPOCH, null, event)));
    }

    /** Takes its thread along, once. */
    private static final class Dying implements Decider<ScriptedDecider.Words> {
        private final ScriptedDecider script = new ScriptedDecider();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Class<ScriptedDecider.Words> stateType() {
            return script.stateType();
        }

        @Override
        public Decision<ScriptedDecider.Words> decide(
                ScriptedDecider.@Nullable Words state, EventEnvelope<? extends CaseEvent> event, Moment moment) {
            return script.decide(state, event, moment);
        }

        @Override
        public ScriptedDecider.@Nullable Words passOver(
                ScriptedDecider.@Nullable Words state, EventEnvelope<? extends CaseEvent> event) {
            return script.passOver(state, event);
        }

        @Override
        public boolean mayMove(ScriptedDecider.Words state) {
            return script.mayMove(state);
        }

        @Override
        public Decision<ScriptedDecider.Words> reconsider(CaseId caseId, ScriptedDecider.Words state, Moment moment) {
            if (asked.incrementAndGet() == DIES_AT) {
                throw new AssertionError("the thread dies");
            }
            return script.reconsider(caseId, state, moment);
        }
    }
}
