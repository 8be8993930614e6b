package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What a topology has written in a city.
 *
 * @param ofKind all records about the first case of each kind
 */
record Outputs(Map<Integer, List<ConsumerRecord<String, byte[]>>> ofKind, long records, long bytes) {
    private static final String DISPATCHED = EventTypes.typeOf(CaseDispatched.class);

    static Outputs of(EmptyCity city, Map<String, Integer> kindOfCase) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        city.log().kafka().getOrDefault("bootstrap.servers", ""),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        try (consumer) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(Topics.DISPATCH_PREFIX)
                            || topic.getKey().equals(Topics.CASE_LOG))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var firstOfKind = new HashMap<Integer, String>();
            var ofKind = new HashMap<Integer, List<ConsumerRecord<String, byte[]>>>();
            long records = 0;
            long bytes = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key() != null && (!record.topic().equals(Topics.CASE_LOG) || isDispatched(record))) {
                        records++;
                        bytes += bytes(record);
                        Integer kind = kindOfCase.get(record.key());
                        if (kind != null
                                && firstOfKind
                                        .computeIfAbsent(kind, it -> record.key())
                                        .equals(record.key())) {
                            ofKind.computeIfAbsent(kind, it -> new ArrayList<>())
                                    .add(record);
                        }
                    }
                }
            }
            return new Outputs(ofKind, records, bytes);
        }
    }

    /** Errors: {@link IllegalStateException} where the other has fewer records or more. */
    void requireAsMany(Outputs other) {
        if (records != other.records) {
            throw new IllegalStateException("%d records beside %d".formatted(records, other.records));
        }
    }

    private static boolean isDispatched(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && DISPATCHED.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static long bytes(ConsumerRecord<String, byte[]> record) {
        return record.key().length()
                + record.value().length
                + StreamSupport.stream(record.headers().spliterator(), false)
                        .mapToLong(header -> header.key().length() + header.value().length)
                        .sum();
    }
}
