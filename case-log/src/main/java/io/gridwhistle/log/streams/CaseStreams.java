package io.gridwhistle.log.streams;

import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.LogSettings;
import io.gridwhistle.log.reference.References;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** A decider at work on the partitions that this instance has. */
public final class CaseStreams implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(CaseStreams.class);

    private final Properties properties;
    private final org.apache.kafka.streams.Topology topology;
    private final MeterRegistry registry;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;

    public <S> CaseStreams(
            Decider<S> decider,
            Map<String, Object> kafka,
            LogSettings settings,
            References references,
            CaseLog log,
            LogMeters meters,
            MeterRegistry registry) {
        this.properties = properties(kafka, settings);
        this.registry = registry;
        var clock = new LogClock(System::nanoTime);
        topology = CaseTopology.of(
                () -> new CaseProcessor<>(decider, settings.source(), references, log::tick, meters, clock));
    }

    static Properties properties(Map<String, Object> kafka, LogSettings settings) {
        var all = new HashMap<>(kafka);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, "gridwhistle-" + settings.service());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replicas());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // The first append of a transaction is refused while the one before it is still being marked as committed,
        // which
        // takes milliseconds; the client's usual pause of 100 ms would be most of the time between report and order.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5L);
        // Catching up after an outage may fire many timers on one record.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 60_000);
        // A known member that comes back after a crash takes up its partitions at once.
        all.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                settings.service() + "-" + settings.instance());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        var properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    @Override
    public void start() {
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(e -> {
            LOG.error("a stream thread failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
        streams.start();
    }

    @Override
    public void stop() {
        if (metrics != null) {
            metrics.close();
        }
        if (streams != null) {
            streams.close(Duration.ofSeconds(20));
            streams = null;
        }
    }

    @Override
    public boolean isRunning() {
        return streams != null;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = streams == null ? KafkaStreams.State.NOT_RUNNING : streams.state();
        return (state == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService())
                .withDetail("state", state.name())
                .build();
    }
}
