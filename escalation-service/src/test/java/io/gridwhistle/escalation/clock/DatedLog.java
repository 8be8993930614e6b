package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.log.streams.BareStreams;
import io.gridwhistle.servers.TestGround;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A case log on a real broker; where whoever appends says when, half an hour of log time passes in seconds. */
final class DatedLog implements AutoCloseable {
    private static final String POLICIES = """
            [{"class": "*", "rework": 0.5, "ladder": 1, "clocks": {
               "accept": {"kept": false}, "dispatch": {"kept": false},
               "consultation": {"kept": false}, "follow-up": {"kept": false},
               "acknowledge": {"time": "PT20M", "warn": {"orange": 0.8}},
               "handle": {"time": "PT2H", "warn": {"orange": 0.8}},
               "verify": {"time": "PT1H", "warn": {"orange": 0.8}},
               "overall": {"time": "PT10H", "warn": {"orange": 0.8}}}}]
            """;

    private final TestGround ground = TestGround.start();
    private final BareLog log;
    private final KafkaConsumer<String, byte[]> reader;

    /** On which whoever appends says when. */
    DatedLog(Path stateFolder) throws Exception {
        this(stateFolder, true);
    }

    /** On which the broker says when, as in a city. */
    static DatedLog live(Path stateFolder) throws Exception {
        return new DatedLog(stateFolder, false);
    }

    private DatedLog(Path stateFolder, boolean isDatedByAppenders) throws Exception {
        log = new BareLog(ground.bootstrapServers(), "escalation", stateFolder);
        log.topics().ensureLog();
        if (isDatedByAppenders) {
            letAppendersDate();
        }
        log.start();
        var references = new EnumMap<>(SimulatedMoment.REFERENCES);
        references.put(ReferenceKind.POLICIES, POLICIES.getBytes(StandardCharsets.UTF_8));
        references.forEach((kind, json) ->
                log.references().publishAndActivate(kind, json, Events.SOMEBODY).block());
        reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ground.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(IntStream.range(0, BareLog.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.CASE_LOG, partition))
                .toList());
        reader.seekToBeginning(reader.assignment());
    }

    private void letAppendersDate() throws Exception {
        log.admin()
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, Topics.CASE_LOG),
                        List.of(
                                set(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"),
                                set(
                                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                                        Long.toString(Duration.ofDays(1).toMillis())))))
                .all()
                .get();
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    TestGround ground() {
        return ground;
    }

    /** The service comes up; closed, it is away. */
    BareStreams escalation() {
        return BareStreams.live(new EscalationDecider(), log);
    }

    static CaseId caseId(String name) {
        return CaseId.of(new PlatformId("zhenghaopai"), name);
    }

    /** A case is reported, accepted and dispatched; the answer is what the broker says of its report. */
    Future<RecordMetadata> open(CaseId id, Instant at, Instant acknowledgeBy) {
        EventId report = EventId.of(id, "reported");
        Future<RecordMetadata> reported = append(id, report, at, Events.of("reported", at));
        append(id, EventId.of(id, "accepted"), at, Events.of("accepted", at));
        append(id, EventId.of(id, "dispatched"), at, dispatched(id, report, at, acknowledgeBy));
        return reported;
    }

    private static CaseEvent dispatched(CaseId id, EventId turn, Instant at, Instant acknowledgeBy) {
        var sample = (CaseDispatched) Events.of("dispatched #1 chief", at);
        Order order = sample.orders().getFirst();
        var deadlines = new EnumMap<>(order.deadlines());
        deadlines.put(ClockKind.ACKNOWLEDGE, acknowledgeBy);
        var own = new Order(OrderId.of(id, 1), order.role(), order.to(), order.returnable(), deadlines);
        return new CaseDispatched(sample.cause(), at, turn, sample.decision(), List.of(own));
    }

    Future<RecordMetadata> acknowledge(CaseId id, Instant at) {
        var event = new OrderAcknowledged(OrderId.of(id, 1), null, Events.SOMEBODY);
        return append(id, EventId.of(id, "acknowledged"), at, event);
    }

    /** Time passes on every partition. */
    void pass(Instant at) {
        for (int partition = 0; partition < BareLog.PARTITIONS; partition++) {
            send(partition, at, new EventEnvelope<>(new EventId("tick"), null, "/test", at, null, new Tick(at)));
        }
    }

    private Future<RecordMetadata> append(CaseId id, EventId eventId, Instant at, CaseEvent event) {
        return send(null, at, new EventEnvelope<>(eventId, id, "/test", at, null, event));
    }

    private Future<RecordMetadata> send(@Nullable Integer partition, Instant at, EventEnvelope<?> envelope) {
        var record = EventCodec.encode(Topics.CASE_LOG, partition, envelope);
        return log.producer()
                .send(new ProducerRecord<>(
                        record.topic(), partition, at.toEpochMilli(), record.key(), record.value(), record.headers()));
    }

    /** What has been committed since the last look. */
    void read(Consumer<Entry> each) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(100))) {
            each.accept(new Entry(
                    record.partition(),
                    Instant.ofEpochMilli(record.timestamp()),
                    EventCodec.decode(record.headers(), record.value(), LogEvent.class)));
        }
    }

    record Entry(int partition, Instant appended, EventEnvelope<LogEvent> envelope) {}

    @Override
    public void close() {
        reader.close();
        log.close();
        ground.close();
    }
}
