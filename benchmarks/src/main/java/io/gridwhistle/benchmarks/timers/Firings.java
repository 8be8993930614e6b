package io.gridwhistle.benchmarks.timers;

import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees what fired as whoever reads the case log does: once it is committed. */
final class Firings implements AutoCloseable {
    private static final byte[] FIRED = EventTypes.typeOf(CaseSupervised.class).getBytes(StandardCharsets.UTF_8);

    /** From the deadline to the log time of the record that made it pass. */
    private final Lateness passed = new Lateness();
    /** From the deadline, by this machine's clock, until it was read. */
    private final Lateness noticed = new Lateness();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader = Thread.ofPlatform().name("firings").unstarted(this::read);
    private volatile boolean closing;

    /** Of what is appended from now on. */
    Firings(Map<String, Object> kafka) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.getOrDefault("bootstrap.servers", ""),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CASE_LOG).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    Lateness passed() {
        return passed;
    }

    Lateness noticed() {
        return noticed;
    }

    private void read() {
        while (!closing) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (isFiring(record)) {
                    var event = EventCodec.decode(record.headers(), record.value(), CaseSupervised.class);
                    long due = Long.parseLong(event.event().reason());
                    passed.add(event.time().toEpochMilli() - due);
                    noticed.add(System.currentTimeMillis() - due);
                }
            }
        }
        consumer.close();
    }

    private static boolean isFiring(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && Arrays.equals(type.value(), FIRED);
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        reader.join();
    }
}
