package io.gridwhistle.log.view;

import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.view.ViewOffsets.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.backoff.ExponentialBackOff;
import reactor.core.publisher.Mono;

/**
 * Keeps a view up to date: reads the case log in batches, writes each with its offsets in one transaction.
 *
 * <p>The offsets stand beside what was made of them, never in Kafka; so a view that is dropped starts again from the
 * beginning, and a batch is written once or not at all. While the database is away the batch is tried again and again.
 */
public final class Projection implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long QUIET_MS = 40;

    private final View view;
    private final ViewOffsets offsets;
    private final TransactionalOperator transactions;
    private final UnreadableRecords unreadable;
    private final LogMeters meters;
    private final KafkaMessageListenerContainer<String, byte[]> container;
    private final Map<Integer, Standing> standing = new ConcurrentHashMap<>();
    /** Where the log ended when its partitions came here; a view that is begun begins to have news there. */
    private final Map<Integer, Long> ends = new ConcurrentHashMap<>();

    /** Partitions of which something was delivered that is not written. */
    private final Set<Integer> failing = ConcurrentHashMap.newKeySet();

    private final ReaderLag lag;

    public Projection(
            View view,
            ConsumerFactory<String, byte[]> consumers,
            DatabaseClient db,
            TransactionalOperator transactions,
            UnreadableRecords unreadable,
            LogMeters meters,
            String group) {
        this.view = view;
        this.offsets = new ViewOffsets(db, view.name());
        this.transactions = transactions;
        this.unreadable = unreadable;
        this.meters = meters;
        var properties = new ContainerProperties(Topics.CASE_LOG);
        properties.setGroupId(group);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener((BatchConsumerAwareMessageListener<String, byte[]>) this::write);
        properties.setConsumerRebalanceListener(new FromViewOffsets());
        properties.setIdlePartitionEventInterval(QUIET_MS);
        properties.setPollTimeout(QUIET_MS);
        properties.setMissingTopicsFatal(false);
        container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("view-" + view.name());
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerPartitionIdleEvent idle) {
                passQuietly(idle.getTopicPartition(), idle.getConsumer());
            }
        });
        lag = new ReaderLag(view.name(), container, meters);
    }

    private void write(List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        long start = System.nanoTime();
        var batch = new ArrayList<Logged>(records.size());
        var to = new HashMap<Integer, Long>();
        for (var record : unwritten(records, consumer)) {
            to.put(record.partition(), record.offset() + 1);
            try {
                batch.add(new Logged(
                        EventCodec.decode(record.headers(), record.value(), LogEvent.class),
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp())));
            } catch (UnreadableRecordException e) {
                unreadable.park(record, e);
            }
        }
        if (to.isEmpty()) {
            // All of it was written after all.
            records.forEach(record -> failing.remove(record.partition()));
            return;
        }
        try {
            transactions
                    .transactional(view.apply(batch).then(Mono.defer(() -> offsets.advance(standing, to))))
                    .block(PATIENCE);
        } catch (RuntimeException e) {
            // Whether the database has the batch is not known: it is asked before the next try.
            standing.keySet().removeAll(to.keySet());
            failing.addAll(to.keySet());
            throw e;
        }
        records.forEach(record -> failing.remove(record.partition()));
        to.forEach((partition, offset) -> standing.computeIfPresent(partition, (it, there) -> there.at(offset)));
        view.written(it -> it.offset() >= standing(it.partition()).newsFrom());
        lag.reached(Instant.ofEpochMilli(records.getLast().timestamp()));
        meters.projected(batch.size(), System.nanoTime() - start);
    }

    /** What the view does not hold yet; a reader that stands elsewhere than the view goes to where the view is. */
    private List<ConsumerRecord<String, byte[]>> unwritten(
            List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        var behind = new HashMap<Integer, Long>();
        var unwritten = new ArrayList<ConsumerRecord<String, byte[]>>(records.size());
        for (var record : records) {
            long from = standing(record.partition()).next();
            if (record.offset() >= from) {
                unwritten.add(record);
            } else {
                behind.put(record.partition(), from);
            }
        }
        behind.forEach((partition, from) -> {
            var at = new TopicPartition(Topics.CASE_LOG, partition);
            if (consumer != null && consumer.position(at) < from) {
                consumer.seek(at, from);
            }
        });
        return unwritten;
    }

    private Standing standing(int partition) {
        return standing.computeIfAbsent(
                partition,
                it -> offsets.of(it)
                        .defaultIfEmpty(new Standing(0, ends.getOrDefault(it, 0L)))
                        .block(PATIENCE));
    }

    /**
     * Transaction markers take offsets but are never delivered: what is behind the last of them has been read too. Unless what
     * was delivered could not be written: a reader that is stopped while it tries again is quiet as well.
     */
    private void passQuietly(TopicPartition partition, Consumer<?, ?> consumer) {
        if (failing.contains(partition.partition())) {
            return;
        }
        long position = consumer.position(partition);
        Standing known = standing(partition.partition());
        if (position > known.next()) {
            offsets.advance(Map.of(partition.partition(), known), Map.of(partition.partition(), position))
                    .block(PATIENCE);
            standing.put(partition.partition(), known.at(position));
        }
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    private final class FromViewOffsets implements ConsumerAwareRebalanceListener {
        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            partitions.forEach(it -> standing.remove(it.partition()));
            // It is read once more from where the view stands.
            partitions.forEach(it -> failing.remove(it.partition()));
            consumer.endOffsets(partitions).forEach((it, end) -> ends.put(it.partition(), end));
            partitions.forEach(it -> consumer.seek(it, standing(it.partition()).next()));
        }

        /** Another instance may take the view further from here on. */
        @Override
        public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            partitions.forEach(it -> standing.remove(it.partition()));
        }

        @Override
        public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            partitions.forEach(it -> standing.remove(it.partition()));
        }
    }
}
