package io.gridwhistle.log.streams;

import io.gridwhistle.log.BareLog;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** A decider's topology at work as {@link CaseStreams} runs it, without a service around it. */
public final class BareStreams implements AutoCloseable {
    private final KafkaStreams streams;
    private final String application;
    private volatile @Nullable Throwable failure;

    private BareStreams(Topology topology, Properties properties) {
        application = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(e -> {
            failure = e;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    /** On the case log, as a service has it. */
    public static BareStreams live(Decider<?> decider, BareLog log) {
        return new BareStreams(topology(decider, log, UnaryOperator.identity()), properties(log));
    }

    /**
     * Decides the log once more, under a name of its own and from the beginning where nobody had that name before; what it
     * writes goes to topics {@code <name>.<topic>}.
     */
    public static BareStreams replay(String name, Decider<?> decider, BareLog log) {
        Properties properties = properties(log);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name);
        return new BareStreams(topology(decider, log, topic -> name + "." + topic), properties);
    }

    /** Another topology, run the way a decider's is. */
    public static BareStreams of(Topology topology, BareLog log) {
        return new BareStreams(topology, properties(log));
    }

    private static Properties properties(BareLog log) {
        return CaseStreams.properties(log.kafka(), log.settings());
    }

    static Topology topology(Decider<?> decider, BareLog log, UnaryOperator<String> topicInstead) {
        return CaseTopology.of(() -> processor(decider, log), topicInstead);
    }

    private static <S> CaseProcessor<S> processor(Decider<S> decider, BareLog log) {
        return new CaseProcessor<>(
                decider,
                log.settings().source(),
                log.references(),
                (partition, due, appendedAt) -> {
                    // Nobody waits for a deadline here: what is decided comes from what stands in the log.
                },
                log.meters(),
                new LogClock(System::nanoTime));
    }

    /** Its consumer group, among others. */
    public String application() {
        return application;
    }

    /** Errors: {@link IllegalStateException} with the cause, where it has failed. */
    public void requireHealth() {
        if (failure != null) {
            throw new IllegalStateException("the topology has failed", failure);
        }
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(20));
    }
}
