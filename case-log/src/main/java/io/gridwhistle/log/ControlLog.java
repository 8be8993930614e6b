package io.gridwhistle.log;

import io.gridwhistle.events.ControlEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Appends control events to every partition of the case log, all or none, and in the same order everywhere.
 *
 * <p>One Kafka transaction spans the partitions, so each has the event at a definite place in its order. All instances of a
 * service share one transactional id, and each broadcast begins by fencing whoever else is at it: one transaction is over
 * before the next one writes, so no two lie the other way round on another partition. Each kind of event is broadcast by one
 * service alone; between those of several there is no order to keep, for none is read in the light of another.
 */
public final class ControlLog {
    /** What a transaction left open is aborted within, before a broker that is away is left alone. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Supplier<Producer<String, byte[]>> producers;
    private final int partitions;
    private final Object lock = new Object();

    /** @param producers whose transactional id is the service's own, and that of no other service */
    ControlLog(Supplier<Producer<String, byte[]>> producers, int partitions) {
        this.producers = producers;
        this.partitions = partitions;
    }

    /**
     * Broadcasts the event, with records of other topics in the same transaction.
     *
     * <p>Errors: a 503 problem where it is not confirmed; it may stand there all the same.
     */
    public Mono<Void> broadcast(
            EventEnvelope<? extends ControlEvent> event, List<ProducerRecord<String, byte[]>> along) {
        return Mono.<Void>fromRunnable(() -> broadcastNow(event, along)).subscribeOn(Schedulers.boundedElastic());
    }

    private void broadcastNow(EventEnvelope<? extends ControlEvent> event, List<ProducerRecord<String, byte[]>> along) {
        List<ProducerRecord<String, byte[]>> records = Stream.concat(
                        along.stream(),
                        IntStream.range(0, partitions)
                                .mapToObj(partition -> EventCodec.encode(Topics.CASE_LOG, partition, event)))
                .toList();
        // Those of one instance would fence each other as well.
        synchronized (lock) {
            try {
                commit(records);
            } catch (KafkaException e) {
                throw ProblemException.unavailable(
                        "log-unavailable",
                        "the case log did not confirm the change; look whether it is in force before it is repeated",
                        e);
            }
        }
    }

    /** Once it has been asked to commit, nobody but the log knows what became of it: it is not said again then. */
    private void commit(List<ProducerRecord<String, byte[]>> records) {
        Producer<String, byte[]> producer = writtenDespiteAnother(records);
        try {
            producer.commitTransaction();
        } finally {
            producer.close(CLOSING);
        }
    }

    /** Who is fenced before he commits has said nothing: the log aborts what he wrote. */
    private Producer<String, byte[]> writtenDespiteAnother(List<ProducerRecord<String, byte[]>> records) {
        try {
            return written(records);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            return written(records);
        }
    }

    /** All is written, nothing committed. Errors: {@link KafkaException}, of which nothing will ever be committed. */
    private Producer<String, byte[]> written(List<ProducerRecord<String, byte[]>> records) {
        Producer<String, byte[]> producer = producers.get();
        try {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            sent.forEach(ControlLog::await);
            return producer;
        } catch (RuntimeException e) {
            producer.close(CLOSING);
            throw e;
        }
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        }
    }
}
