package io.gridwhistle.log;

import io.gridwhistle.events.ControlEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.web.ProblemException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Appends control events to every partition of the case log, all or none.
 *
 * <p>One Kafka transaction spans the partitions, so each has the event at a definite place in its order.
 */
public final class ControlLog implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private final int partitions;
    private final Object lock = new Object();
    private @Nullable Producer<String, byte[]> producer;

    ControlLog(Supplier<Producer<String, byte[]>> producers, int partitions) {
        this.producers = producers;
        this.partitions = partitions;
    }

    /** Broadcasts the event, with records of other topics in the same transaction. */
    public Mono<Void> broadcast(
            EventEnvelope<? extends ControlEvent> event, List<ProducerRecord<String, byte[]>> along) {
        return Mono.<Void>fromRunnable(() -> broadcastNow(event, along)).subscribeOn(Schedulers.boundedElastic());
    }

    private void broadcastNow(EventEnvelope<? extends ControlEvent> event, List<ProducerRecord<String, byte[]>> along) {
        synchronized (lock) {
            try {
                if (producer == null) {
                    producer = producers.get();
                    producer.initTransactions();
                }
                producer.beginTransaction();
                along.forEach(producer::send);
                for (int partition = 0; partition < partitions; partition++) {
                    producer.send(EventCodec.encode(Topics.CASE_LOG, partition, event));
                }
                producer.commitTransaction();
            } catch (KafkaException e) {
                // A producer that failed is of no more use; a new one fences it and aborts what it left open.
                close();
                throw ProblemException.unavailable(
                        "log-unavailable",
                        "the case log did not confirm the change; look whether it is in force before it is repeated",
                        e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (producer != null) {
                producer.close(java.time.Duration.ofSeconds(5));
                producer = null;
            }
        }
    }
}
