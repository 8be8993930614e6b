package io.gridwhistle.log.reference;

import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final InstantSource clock;
    private final ReferenceAssembly assembly = new ReferenceAssembly();
    private final Map<String, Reference> complete = new ConcurrentHashMap<>();
    private final Map<ReferenceKind, Activations> activations = new ConcurrentHashMap<>();
    private final ParsedVersions parsed = new ParsedVersions();
    private final Arrivals arrivals = new Arrivals();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    /** When the last activation was appended, which may be later than this machine's clock says it is. */
    private volatile Instant newest = Instant.EPOCH;

    private volatile boolean running;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> current;

    public ReferenceReader(Supplier<Consumer<String, byte[]>> consumers, InstantSource clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    Optional<Reference> find(ReferenceKind kind, String version) {
        return Optional.ofNullable(complete.get(Reference.keyOf(kind, version)));
    }

    /** Every version there is of a kind, drafts too. */
    List<Reference> list(ReferenceKind kind) {
        return complete.values().stream().filter(it -> it.kind() == kind).toList();
    }

    Activations activations(ReferenceKind kind) {
        return activations.getOrDefault(kind, Activations.NONE);
    }

    /** The version in force now. */
    Optional<Reference> findActive(ReferenceKind kind) {
        return activations(kind).findAt(now()).flatMap(it -> find(kind, it.version()));
    }

    /** What was put in force without a moment is in force as soon as it is read. */
    Instant now() {
        Instant local = clock.instant();
        return local.isBefore(newest) ? newest : local;
    }

    /** Never guesses: whoever needs a version that is not here yet waits for it. */
    Reference await(ReferenceKind kind, String version) {
        String name = Reference.keyOf(kind, version);
        return arrivals.await(name, () -> Optional.ofNullable(complete.get(name)));
    }

    Activation awaitActivation(ReferenceKind kind, EventId id) {
        return arrivals.await(id.value(), () -> activations(kind).find(id));
    }

    void awaitCancellation(ReferenceKind kind, EventId id) {
        arrivals.await(id.value(), () -> activations(kind).find(id).isPresent() ? Optional.empty() : Optional.of(id));
    }

    <T> T parsed(Reference reference, Function<byte[], T> parser) {
        return parsed.get(reference, parser);
    }

    void expect(ReferenceKind kind, Function<byte[], ?> parser) {
        parsed.expect(kind, parser);
    }

    /** Sees to it that a version is parsed before anybody has to wait for it, as far as it is known how. */
    void parse(Reference reference) {
        parsed.parse(reference);
    }

    @Override
    public void start() {
        running = true;
        arrivals.start();
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
        arrivals.stop();
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
        parsed.close();
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
                        lookAhead();
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

    /** What is in force and what comes next stays parsed, and is parsed before somebody has to wait for it. */
    private void lookAhead() {
        Instant now = now();
        activations.forEach((kind, all) -> {
            Set<String> staying = Stream.concat(
                            all.findAt(now).stream(),
                            all.listAfter(now).stream().limit(1))
                    .map(Activation::version)
                    .collect(Collectors.toUnmodifiableSet());
            parsed.pin(kind, staying);
            staying.forEach(version -> find(kind, version).ifPresent(parsed::parseAhead));
        });
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String[] key = record.key() == null ? new String[0] : record.key().split("/", -1);
        try {
            if (key.length == 3 && key[1].equals(ACTIVE)) {
                activation(kind(key[0]), new EventId(key[2]), record);
            } else if (key.length == 3 && record.value() != null) {
                chunk(kind(key[0]), key[1], Integer.parseInt(key[2]), record);
            }
        } catch (JacksonException | IllegalArgumentException | UncheckedIOException e) {
            LOG.error("the reference record '{}' at offset {} cannot be read", record.key(), record.offset(), e);
        }
    }

    /** A tombstone takes back what was to come. */
    private void activation(ReferenceKind kind, EventId id, ConsumerRecord<String, byte[]> record) {
        Activations before = activations(kind);
        if (record.value() == null) {
            arrivals.bring(() -> activations.put(kind, before.without(id)));
            return;
        }
        Instant appended = Instant.ofEpochMilli(record.timestamp());
        var event = Json.MAPPER.readValue(record.value(), ReferenceActivated.class);
        var activation = Activation.of(id, event, appended);
        newest = appended.isAfter(newest) ? appended : newest;
        arrivals.bring(() -> activations.put(kind, before.with(activation)));
        LOG.info("{} {} is in force from {} on", kind.code(), event.version(), activation.from());
    }

    private void chunk(ReferenceKind kind, String version, int number, ConsumerRecord<String, byte[]> record) {
        if (find(kind, version).isPresent()) {
            return;
        }
        assembly.add(kind, version, number, record).ifPresent(reference -> {
            arrivals.bring(() -> complete.put(Reference.keyOf(kind, version), reference));
            // Whoever publishes a version is about to put it in force; those of old days are not.
            if (caughtUp.getCount() == 0) {
                parsed.parseAhead(reference);
            }
        });
    }

    private static ReferenceKind kind(String code) {
        return Arrays.stream(ReferenceKind.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of reference: " + code));
    }
}
