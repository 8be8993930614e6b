package io.gridwhistle.log.streams;

import io.gridwhistle.events.kafka.Topics;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Case log in, case log and units' topics out. */
final class CaseTopology {
    private CaseTopology() {}

    static Topology of(ProcessorSupplier<String, byte[], String, Outgoing> decider) {
        return of(decider, UnaryOperator.identity());
    }

    /** Whoever decides the log once more writes elsewhere than the log itself. */
    static Topology of(
            ProcessorSupplier<String, byte[], String, Outgoing> decider, UnaryOperator<String> topicInstead) {
        Serializer<Outgoing> payload = (topic, outgoing) -> outgoing == null ? null : outgoing.payload();
        return new Topology()
                .addSource("case-log", new StringDeserializer(), new ByteArrayDeserializer(), Topics.CASE_LOG)
                .addProcessor("decide", decider, "case-log")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                persistent(CaseProcessor.CASES), Serdes.String(), Serdes.ByteArray()),
                        "decide")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                persistent(CaseProcessor.TIMERS), Serdes.Bytes(), Serdes.ByteArray()),
                        "decide")
                // Written with every record and cached, so that its changelog has one entry a commit.
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        persistent(CaseProcessor.PARTITION), Serdes.String(), Serdes.String())
                                .withCachingEnabled(),
                        "decide")
                .addSink(
                        "out",
                        (key, outgoing, context) -> topicInstead.apply(outgoing.topic()),
                        new StringSerializer(),
                        payload,
                        "decide");
    }

    private static KeyValueBytesStoreSupplier persistent(String name) {
        return Stores.persistentKeyValueStore(name);
    }
}
