package io.gridwhistle.log;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Appends events to the case log.
 *
 * <p>An append completes when every in-sync replica has the record. While the broker is away it fails, after a bounded
 * wait, with a 503 problem: whether a record of that moment will still arrive is then unknown, and since ids are derived,
 * sending it again is safe.
 */
public final class CaseLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseLog.class);

    private static final int APPENDERS = 8;

    private final Producer<String, byte[]> producer;
    private final CircuitBreaker breaker;
    private final LogMeters meters;
    private final String source;
    private final List<Scheduler> appenders = IntStream.range(0, APPENDERS)
            .mapToObj(i -> Schedulers.newSingle("append-" + i, true))
            .toList();

    CaseLog(Producer<String, byte[]> producer, CircuitBreaker breaker, LogMeters meters, String source) {
        this.producer = producer;
        this.breaker = breaker;
        this.meters = meters;
        this.source = source;
    }

    /** What stands as {@code ce_source} on this service's events. */
    public String source() {
        return source;
    }

    /** Appends events in this order; those of one case stand in this order in the log. */
    public Mono<Void> append(List<? extends EventEnvelope<? extends LogEvent>> events) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>(events.size());
        events.forEach(event -> records.add(EventCodec.encode(Topics.CASE_LOG, null, event)));
        return send(records);
    }

    public Mono<Void> append(EventEnvelope<? extends LogEvent> event) {
        return append(List.of(event));
    }

    /** Sends records of any topic under the same promise. */
    public Mono<Void> send(List<ProducerRecord<String, byte[]>> records) {
        return Mono.defer(() -> {
                    long start = System.nanoTime();
                    var acknowledged = records.stream().map(this::sendOne).toArray(CompletableFuture[]::new);
                    return Mono.fromFuture(CompletableFuture.allOf(acknowledged), true)
                            .doOnSuccess(done -> meters.appended(records.size(), System.nanoTime() - start));
                })
                // A producer whose buffer is full, or that knows no broker, holds its caller up; that may not be a
                // thread that other requests wait for. What comes for one case in order is sent in order.
                .subscribeOn(appender(records))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(CaseLog::tell)
                // Off the producer's only network thread.
                .publishOn(Schedulers.parallel());
    }

    /** Moves time on in a quiet partition; {@code appendedAt} hears the broker's time of it, if it gets there. */
    public void tick(int partition, Instant due, LongConsumer appendedAt) {
        var id = new EventId("tick.%d.%d".formatted(partition, due.toEpochMilli()));
        var tick = new EventEnvelope<>(id, null, source, Instant.now(), null, new Tick(due));
        producer.send(EventCodec.encode(Topics.CASE_LOG, partition, tick), (metadata, e) -> {
            if (e == null) {
                meters.ticked();
                appendedAt.accept(metadata.timestamp());
            } else {
                LOG.warn("no tick for partition {}: {}", partition, e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        appenders.forEach(Scheduler::dispose);
    }

    private Scheduler appender(List<ProducerRecord<String, byte[]>> records) {
        String key = records.isEmpty() ? null : records.getFirst().key();
        return appenders.get(Math.floorMod(Objects.hashCode(key), APPENDERS));
    }

    private CompletableFuture<Void> sendOne(ProducerRecord<String, byte[]> record) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            producer.send(record, (metadata, e) -> {
                if (e == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(e);
                }
            });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private static Throwable tell(Throwable e) {
        if (e instanceof CallNotPermittedException || e instanceof KafkaException) {
            return ProblemException.unavailable(
                    "log-unavailable",
                    "the case log cannot take anything right now; nothing is confirmed, repeating the request is safe",
                    e);
        }
        return e;
    }
}
