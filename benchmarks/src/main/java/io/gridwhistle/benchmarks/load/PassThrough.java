package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The ceiling of routing: reads what dispatch reads and writes what dispatch wrote, the same bytes to the same topics, but
 * keeps nothing, decodes nothing and decides nothing.
 */
final class PassThrough extends ContextualProcessor<String, byte[], String, ConsumerRecord<String, byte[]>> {
    private static final String ACCEPTED = EventTypes.typeOf(CaseAccepted.class);

    private final Function<String, List<ConsumerRecord<String, byte[]>>> outputs;
    private final AtomicLong read;

    private PassThrough(Function<String, List<ConsumerRecord<String, byte[]>>> outputs, AtomicLong read) {
        this.outputs = outputs;
        this.read = read;
    }

    /** {@code outputs} by case id; {@code read} counts the records of cases. */
    static Topology topology(Function<String, List<ConsumerRecord<String, byte[]>>> outputs, AtomicLong read) {
        Serializer<ConsumerRecord<String, byte[]>> payload = (topic, record) -> record == null ? null : record.value();
        return new Topology()
                .addSource("case-log", new StringDeserializer(), new ByteArrayDeserializer(), Topics.CASE_LOG)
                .addProcessor("pass", () -> new PassThrough(outputs, read), "case-log")
                .addSink("out", (key, out, context) -> out.topic(), new StringSerializer(), payload, "pass");
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        read.incrementAndGet();
        var type = record.headers().lastHeader("ce_type");
        if (type != null && ACCEPTED.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            for (var out : outputs.apply(record.key())) {
                context()
                        .forward(new Record<>(record.key(), out, record.timestamp(), new RecordHeaders(out.headers())));
            }
        }
    }
}
