package io.gridwhistle.log.reference;

import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.kafka.Topics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;

/** Follows the reference topic on a thread of its own and holds what is there. */
public final class ReferenceReader implements SmartLifecycle {
    static final String ACTIVE = "active";
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceReader.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE, 0);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    /** Versions that a partition behind the others may still be at; an older one is parsed anew where it is met. */
    private static final int KEPT_PARSED = 3;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Map<String, TreeMap<Integer, byte[]>> incomplete = new HashMap<>();
    private final Map<String, Reference> complete = new ConcurrentHashMap<>();
    private final Map<ReferenceKind, ReferenceActivated> active = new ConcurrentHashMap<>();
    private final Map<ReferenceKind, Deque<String>> lately = new EnumMap<>(ReferenceKind.class);
    private final Map<String, Object> parsed = new ConcurrentHashMap<>();
    private final Object arrivals = new Object();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean running;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> current;

    public ReferenceReader(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    Optional<Reference> find(ReferenceKind kind, String version) {
        return Optional.ofNullable(complete.get(Reference.keyOf(kind, version)));
    }

    Optional<Reference> findActive(ReferenceKind kind) {
        return Optional.ofNullable(active.get(kind)).flatMap(it -> find(kind, it.version()));
    }

    /** Never guesses: whoever needs a version that is not here yet waits for it. */
    Reference await(ReferenceKind kind, String version) {
        synchronized (arrivals) {
            while (true) {
                Reference found = complete.get(Reference.keyOf(kind, version));
                if (found != null) {
                    return found;
                }
                if (!running) {
                    throw new StoppedWaitingException(Reference.keyOf(kind, version));
                }
                try {
                    arrivals.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new StoppedWaitingException(Reference.keyOf(kind, version));
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // One kind is only ever parsed into one type within a service.
    <T> T parsed(Reference reference, Function<byte[], T> parser) {
        return (T) parsed.computeIfAbsent(reference.toString(), key -> parser.apply(reference.content()));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("reference-reader").daemon().start(this::follow);
        try {
            caughtUp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        synchronized (arrivals) {
            arrivals.notifyAll();
        }
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that may need a reference. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void follow() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                consumer.assign(List.of(PARTITION));
                consumer.seekToBeginning(List.of(PARTITION));
                long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
                while (running) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
                    if (consumer.position(PARTITION) >= end) {
                        caughtUp.countDown();
                    }
                }
            } catch (WakeupException e) {
                LOG.debug("woken up to stop");
            } catch (KafkaException e) {
                LOG.warn("the reference topic cannot be read, trying again: {}", e.getMessage());
                pause();
            }
        }
        caughtUp.countDown();
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        String[] key = record.key().split("/", -1);
        try {
            if (key.length == 2 && key[1].equals(ACTIVE)) {
                var event = Json.MAPPER.readValue(record.value(), ReferenceActivated.class);
                forgetOlder(event.kind(), Reference.keyOf(event.kind(), event.version()));
                active.put(event.kind(), event);
                LOG.info("{} {} is in force", event.kind().code(), event.version());
            } else if (key.length == 3) {
                chunk(key, record);
            }
        } catch (JacksonException | IllegalArgumentException | UncheckedIOException e) {
            LOG.error("the reference record '{}' at offset {} cannot be read", record.key(), record.offset(), e);
        }
    }

    private void forgetOlder(ReferenceKind kind, String newest) {
        Deque<String> kept = lately.computeIfAbsent(kind, it -> new ArrayDeque<>());
        kept.remove(newest);
        kept.addFirst(newest);
        while (kept.size() > KEPT_PARSED) {
            kept.removeLast();
        }
        parsed.keySet().removeIf(key -> key.startsWith(kind.code() + "/") && !kept.contains(key));
    }

    private void chunk(String[] key, ConsumerRecord<String, byte[]> record) {
        String name = key[0] + "/" + key[1];
        int count = Integer.parseInt(ReferenceChunks.header(record.headers(), ReferenceChunks.COUNT));
        String digest = ReferenceChunks.header(record.headers(), ReferenceChunks.DIGEST);
        if (complete.containsKey(name)) {
            return;
        }
        var chunks = incomplete.computeIfAbsent(name, it -> new TreeMap<>());
        chunks.put(Integer.valueOf(key[2]), record.value());
        if (chunks.size() < count) {
            return;
        }
        incomplete.remove(name);
        List<byte[]> packed = List.copyOf(chunks.values());
        if (!Reference.sha256(ReferenceChunks.join(packed)).equals(digest)) {
            throw new IllegalArgumentException("the chunks of %s do not have the digest they name".formatted(name));
        }
        ReferenceKind kind = java.util.Arrays.stream(ReferenceKind.values())
                .filter(it -> it.code().equals(key[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of reference: " + key[0]));
        synchronized (arrivals) {
            complete.put(name, new Reference(kind, key[1], digest, () -> ReferenceChunks.join(packed)));
            arrivals.notifyAll();
        }
    }
}
