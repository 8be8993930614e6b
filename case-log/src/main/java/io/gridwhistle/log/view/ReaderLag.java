package io.gridwhistle.log.view;

import io.gridwhistle.log.LogMeters;
import java.time.Duration;
import java.time.Instant;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** How far a reader of the case log is behind its end. */
public final class ReaderLag {
    private final KafkaMessageListenerContainer<?, ?> container;
    private volatile Instant newest = Instant.EPOCH;

    /** Shows it on the meters under this name. */
    public ReaderLag(String name, KafkaMessageListenerContainer<?, ?> container, LogMeters meters) {
        this.container = container;
        meters.viewLag(name, this::records, this::seconds);
    }

    /** The reader is done with everything up to a record of this log time. */
    public void reached(Instant logTime) {
        newest = logTime;
    }

    private double records() {
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .map(metric -> metric.getValue().metricValue())
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private double seconds() {
        return records() == 0 || newest.equals(Instant.EPOCH)
                ? 0
                : Duration.between(newest, Instant.now()).toMillis() / 1000.0;
    }
}
