package io.gridwhistle.log.streams;

import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.BareLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** A decider's topology over one partition of the case log, one record at a time and without a broker between. */
public final class DrivenPartition implements AutoCloseable {
    /** The driver reads back at once what is written to a topic that is read: here whoever drives says when. */
    private static final String PREFIX = "driven.";

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> log;

    public DrivenPartition(Decider<?> decider, BareLog references, Path stateFolder) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "driven");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        driver = new TopologyTestDriver(
                BareStreams.topology(decider, references, topic -> PREFIX + topic), properties, Instant.EPOCH);
        log = driver.createInputTopic(Topics.CASE_LOG, new StringSerializer(), new ByteArraySerializer());
    }

    /** Appends a record at its own time; what is written because of it, topic by topic. */
    public List<ProducerRecord<String, byte[]>> append(ProducerRecord<String, byte[]> record) {
        log.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
        var written = new ArrayList<ProducerRecord<String, byte[]>>();
        for (String topic : new TreeSet<>(driver.producedTopicNames())) {
            // Its memory's changelogs are topics too.
            if (topic.startsWith(PREFIX)) {
                String name = topic.substring(PREFIX.length());
                driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList()
                        .forEach(it -> written.add(
                                new ProducerRecord<>(name, null, it.timestamp(), it.key(), it.value(), it.headers())));
            }
        }
        return written;
    }

    @Override
    public void close() {
        driver.close();
    }
}
