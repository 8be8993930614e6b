package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every unit's topic from now on, as the units would; belongs to no group and leaves none behind. */
final class Orders implements AutoCloseable {
    /**
     * An order to lead.
     *
     * @param desk the unit whose topic it came on
     * @param seenAt by {@link System#nanoTime}
     */
    record Seen(OrderIssued order, String desk, long seenAt) {}

    private final Map<CaseId, CompletableFuture<Seen>> first = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;

    private Orders(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("orders").daemon().start(this::read);
    }

    static Orders follow(String kafka) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed", "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(Topics.DISPATCH_PREFIX))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there are no units' topics at " + kafka);
        }
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        return new Orders(consumer);
    }

    /** A case's first order to lead, now or as soon as it is seen. */
    CompletableFuture<Seen> firstOf(CaseId id) {
        return first.computeIfAbsent(id, it -> new CompletableFuture<>());
    }

    private void read() {
        try (consumer) {
            while (true) {
                var records = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                records.forEach(record -> take(record, now));
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, long now) {
        var message = EventCodec.decode(record.headers(), record.value(), OrderMessage.class)
                .event();
        if (message instanceof OrderIssued order && order.role() == Role.LEAD) {
            String desk = record.topic().substring(record.topic().lastIndexOf('.') + 1);
            firstOf(order.caseId()).complete(new Seen(order, desk, now));
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
