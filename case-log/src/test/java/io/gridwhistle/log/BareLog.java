package io.gridwhistle.log;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.gridwhistle.log.reference.ReferenceReader;
import io.gridwhistle.log.reference.References;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log on a broker without a service around it: what {@link LogShell} wires, for whoever measures or replays. */
public final class BareLog implements AutoCloseable {
    public static final int PARTITIONS = 4;

    private final Map<String, Object> kafka;
    private final LogSettings settings;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LogMeters meters = new LogMeters(registry);
    private final Admin admin;
    private final Producer<String, byte[]> producer;
    private final CaseLog log;
    private final ControlLog control;
    private final ReferenceReader reader;
    private final References references;

    /** Of one machine: four partitions, one replica. */
    public BareLog(String bootstrapServers, String service, Path stateFolder) {
        kafka = Map.of("bootstrap.servers", bootstrapServers);
        settings = new LogSettings(
                service,
                "0",
                PARTITIONS,
                (short) 1,
                1,
                Duration.ofMillis(-1),
                1,
                Duration.ofMillis(50),
                stateFolder.toString(),
                Duration.ofSeconds(10));
        admin = Admin.create(kafka);
        producer = newProducer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 2, ProducerConfig.BATCH_SIZE_CONFIG, 65_536));
        log = new CaseLog(producer, CircuitBreaker.ofDefaults("bare"), meters, settings.source());
        Supplier<Producer<String, byte[]>> transactional =
                () -> newProducer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bare-" + service));
        control = new ControlLog(transactional, PARTITIONS);
        reader = new ReferenceReader(
                () -> new KafkaConsumer<>(
                        with(Map.of("isolation.level", "read_committed")),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                InstantSource.system());
        references = new References(reader, log, control);
    }

    /** From here on references can be found; the topics must be there. */
    public BareLog start() {
        reader.start();
        return this;
    }

    public LogTopics topics() {
        return new LogTopics(admin, settings);
    }

    public Map<String, Object> kafka() {
        return kafka;
    }

    public LogSettings settings() {
        return settings;
    }

    public Admin admin() {
        return admin;
    }

    /** Of the kind that every service appends with: acknowledged by all, in order. */
    public Producer<String, byte[]> producer() {
        return producer;
    }

    public References references() {
        return references;
    }

    /** What ticks and events are appended with. */
    public CaseLog log() {
        return log;
    }

    public LogMeters meters() {
        return meters;
    }

    /** Events that deciders have decided here. Errors: {@link IllegalStateException} where they parked one. */
    public long decided() {
        if (registry.get("gridwhistle.log.dead.letters").counter().count() > 0) {
            throw new IllegalStateException("an event could not be decided and was parked");
        }
        return registry.get("gridwhistle.decider.decide").timer().count();
    }

    private Producer<String, byte[]> newProducer(Map<String, Object> more) {
        var properties = with(more);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<>(kafka);
        all.putAll(more);
        return all;
    }

    @Override
    public void close() {
        reader.stop();
        log.close();
        producer.close();
        admin.close();
    }
}
