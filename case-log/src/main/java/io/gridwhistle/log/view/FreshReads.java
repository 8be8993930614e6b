package io.gridwhistle.log.view;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.LogSettings;
import io.gridwhistle.log.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Reads from a view that knows how far it is: who has a 202 can read what it was given for.
 *
 * <p>Where the view does not hold what is asked for, it waits until it has reached the log's end as it was when the
 * question came, and only then says that there is nothing; after a bounded wait it says 503 instead.
 */
public final class FreshReads {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ViewOffsets offsets;
    private final Admin admin;
    private final int partitions;
    private final Duration patience;

    public FreshReads(String view, DatabaseClient db, Admin admin, LogSettings settings) {
        this.offsets = new ViewOffsets(db, view);
        this.admin = admin;
        this.partitions = settings.partitions();
        this.patience = settings.readWait();
    }

    /** What the query finds, now or when the view has caught up; empty where there is nothing. */
    public <T> Mono<T> find(CaseId caseId, Mono<T> query) {
        return find(caseId, query, found -> true);
    }

    /** As {@link #find(CaseId, Mono)}, but also waits before it answers with something that will not do. */
    public <T> Mono<T> find(CaseId caseId, Mono<T> query, Predicate<T> willDo) {
        return query.timeout(patience)
                .onErrorMap(
                        TimeoutException.class,
                        e -> ProblemException.unavailable("view-unavailable", "the database does not answer", e))
                .filter(willDo)
                .switchIfEmpty(Mono.defer(() -> afterCatchingUp(caseId, query)));
    }

    private <T> Mono<T> afterCatchingUp(CaseId caseId, Mono<T> query) {
        int partition = BuiltInPartitioner.partitionForKey(caseId.value().getBytes(StandardCharsets.UTF_8), partitions);
        return end(partition)
                .flatMap(end -> offsets.of(partition)
                        .map(ViewOffsets.Standing::next)
                        .defaultIfEmpty(0L)
                        .filter(at -> at >= end)
                        .switchIfEmpty(Mono.error(() -> new Behind()))
                        .retryWhen(Retry.fixedDelay(patience.dividedBy(LOOK_AGAIN), LOOK_AGAIN)
                                .filter(Behind.class::isInstance)))
                .timeout(patience)
                .onErrorMap(e -> Retryable.is(e), FreshReads::behind)
                .then(query);
    }

    /**
     * Done when the view holds everything that was appended up to a moment of log time, on every partition.
     *
     * <p>Errors: a 503 problem where it does not get there in time.
     */
    public Mono<Void> reach(Instant moment, Duration within) {
        return offsetsAfter(moment)
                .flatMap(ends -> offsets.all()
                        .filter(at -> ends.entrySet().stream()
                                .allMatch(end -> at.getOrDefault(end.getKey(), 0L) >= end.getValue()))
                        .switchIfEmpty(Mono.error(() -> new Behind()))
                        .retryWhen(Retry.fixedDelay(within.dividedBy(LOOK_AGAIN), LOOK_AGAIN)
                                .filter(Behind.class::isInstance)))
                .timeout(within)
                .onErrorMap(e -> Retryable.is(e), FreshReads::behind)
                .then();
    }

    /** Of each partition the first record that is later than the moment, or its end where there is none. */
    private Mono<Map<Integer, Long>> offsetsAfter(Instant moment) {
        OffsetSpec later = OffsetSpec.forTimestamp(moment.toEpochMilli() + 1);
        // The ends are asked for last: what was appended in between is waited for too, rather than missed.
        return list(later)
                .flatMap(found -> list(OffsetSpec.latest()).map(ends -> {
                    var after = new HashMap<>(ends);
                    found.forEach((partition, offset) -> {
                        if (offset >= 0) {
                            after.put(partition, offset);
                        }
                    });
                    return after;
                }));
    }

    private Mono<Map<Integer, Long>> list(OffsetSpec spec) {
        var asked = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(it -> new TopicPartition(Topics.CASE_LOG, it), it -> spec));
        return Mono.fromFuture(() -> admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture())
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(
                                it -> it.getKey().partition(),
                                it -> it.getValue().offset())));
    }

    /** The end for writers: what stands before it has been acknowledged, committed or not. */
    private Mono<Long> end(int partition) {
        var at = new TopicPartition(Topics.CASE_LOG, partition);
        return Mono.fromFuture(() -> admin.listOffsets(
                                Map.of(at, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .partitionResult(at)
                        .toCompletionStage()
                        .toCompletableFuture())
                .map(info -> info.offset());
    }

    private static ProblemException behind(Throwable cause) {
        return ProblemException.unavailable(
                "view-behind", "the view has not caught up with the log yet; ask again", cause);
    }

    private static final class Behind extends RuntimeException {
        Behind() {
            super("behind", null, false, false);
        }
    }

    private static final class Retryable {
        static boolean is(Throwable e) {
            return e instanceof TimeoutException
                    || e instanceof org.apache.kafka.common.KafkaException
                    || reactor.core.Exceptions.isRetryExhausted(e);
        }
    }
}
