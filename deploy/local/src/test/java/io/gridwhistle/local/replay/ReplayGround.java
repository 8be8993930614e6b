package io.gridwhistle.local.replay;

import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.servers.TestGround;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker with one log on it, and room for any number of replays beside that. */
final class ReplayGround implements AutoCloseable {
    /** The log has the times that it was written with, and loses nothing of old. */
    private static final Map<String, String> AS_WRITTEN =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime", TopicConfig.RETENTION_MS_CONFIG, "-1");

    private final TestGround ground = TestGround.start();
    private final Path folder;
    private final BareLog log;

    ReplayGround(Path folder) throws InterruptedException, ExecutionException {
        this.folder = folder;
        log = new BareLog(ground.bootstrapServers(), "dispatch", folder.resolve("state"));
        create(Topics.CASE_LOG, BareLog.PARTITIONS);
        create(Topics.REFERENCE, 1);
        log.start();
    }

    private void create(String topic, int partitions) throws InterruptedException, ExecutionException {
        var wanted = new NewTopic(topic, partitions, (short) 1).configs(AS_WRITTEN);
        log.admin().createTopics(List.of(wanted)).all().get();
    }

    BareLog log() {
        return log;
    }

    String bootstrapServers() {
        return ground.bootstrapServers();
    }

    /** Puts on the reference topic what the log puts in force. */
    void publish(Documents documents) {
        documents
                .listAll()
                .forEach(it -> log.references().publish(it.kind(), it.content()).block());
    }

    void append(ProducerRecord<String, byte[]> record) {
        // What does not get there is missed when the log's end is compared.
        var _ = log.producer().send(record);
    }

    /** Topics for what a replay of this name writes. */
    void makeRoom(String name, List<String> unitsTopics) throws InterruptedException, ExecutionException {
        create(name + "." + Topics.CASE_LOG, BareLog.PARTITIONS);
        create(name + "." + Topics.DEAD_LETTERS, 1);
        log.topics()
                .ensureDispatch(
                        unitsTopics.stream().map(topic -> name + "." + topic).toList());
    }

    Process startProcess(String name) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        Replaying.class.getName(),
                        ground.bootstrapServers(),
                        name,
                        folder.resolve("state-of-" + name).toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve(name + ".log").toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    /** Records of the log that a replay has read, their results committed. */
    long progress(String name) throws InterruptedException, ExecutionException {
        return log.admin().listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    long logEnd() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, Topics.CASE_LOG)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** What a replay has committed. */
    Records read(String name) {
        var records = new Records(name + ".");
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith(name + "." + Topics.DISPATCH_PREFIX)
                            || topic.startsWith(name + "." + Topics.CASE_LOG))
                    .flatMap(topic -> partitions(consumer, topic).stream())
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it -> records.add(it.topic(), it.timestamp(), it.key(), it.headers(), it.value()));
            }
        }
        return records;
    }

    /** Of the last committed record of a topic with one partition. */
    long lastOffset(String topic) {
        long last = -1;
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().iterator().next();
            while (consumer.position(partitions.getFirst()) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    last = record.offset();
                }
            }
        }
        return last;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", ground.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        log.close();
        ground.close();
    }
}
