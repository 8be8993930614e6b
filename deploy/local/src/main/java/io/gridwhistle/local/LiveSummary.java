package io.gridwhistle.local;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.io.Console;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** One line about the city, counted off its log: kept fresh on a terminal, printed when it changes elsewhere. */
final class LiveSummary implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private final boolean terminal;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<CaseId, CaseState> cases = new HashMap<>();
    private long scores;
    private String last = "";

    private LiveSummary(CityPlan plan) {
        var properties = new Properties();
        properties.put("bootstrap.servers", plan.bootstrapServers());
        properties.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        Console console = System.console();
        terminal = console != null && console.isTerminal();
        thread = Thread.ofPlatform().name("live-summary").daemon().start(this::follow);
    }

    static LiveSummary start(CityPlan plan) {
        return new LiveSummary(plan);
    }

    private void follow() {
        Duration every = terminal ? ON_TERMINAL : ELSEWHERE;
        try (consumer) {
            var partitions = consumer.partitionsFor(Topics.CASE_LOG).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long next = System.nanoTime();
            while (true) {
                consumer.poll(Duration.ofMillis(500)).forEach(this::count);
                if (System.nanoTime() >= next) {
                    print();
                    next = System.nanoTime() + every.toNanos();
                }
            }
        } catch (WakeupException e) {
            if (terminal) {
                System.out.println();
            }
        } catch (KafkaException e) {
            System.err.println("the summary ended: " + e.getMessage());
        }
    }

    private void count(ConsumerRecord<String, byte[]> record) {
        try {
            var envelope = EventCodec.decode(record.headers(), record.value(), LogEvent.class);
            if (envelope.event() instanceof CaseEvent event) {
                count(envelope.requireCaseId(), envelope.id(), event);
            }
        } catch (UnreadableRecordException e) {
            counts.merge("unreadable", 1, Integer::sum);
        }
    }

    /** Only what holds counts, and a report that repeats or supplements another is no further case. */
    private void count(CaseId id, EventId eventId, CaseEvent event) {
        CaseState before = cases.get(id);
        if (!(CaseLifecycle.apply(before, eventId, event) instanceof Outcome.Valid(var after))) {
            return;
        }
        cases.put(id, after);
        boolean again = before != null && event instanceof CaseReported
                || event instanceof CaseDispatched dispatched && dispatched.cause() != DispatchCause.ACCEPTED;
        if (!again) {
            counts.merge(EventTypes.nameOf(event.getClass()), 1, Integer::sum);
        }
        if (event instanceof SatisfactionScored scored) {
            scores += scored.score();
        }
    }

    private void print() {
        int closed = of("case-closed");
        long open =
                cases.values().stream().filter(state -> state.phase().isOpen()).count();
        @Nullable
        Double satisfaction = of("satisfaction-scored") == 0 ? null : (double) scores / of("satisfaction-scored");
        String line =
                "reported %d  accepted %d  dispatched %d  open %d  warned %d  breached %d  escalated %d  closed %d  satisfaction %s"
                        .formatted(
                                of("case-reported"),
                                of("case-accepted"),
                                of("case-dispatched"),
                                open,
                                of("sla-warned"),
                                of("sla-breached"),
                                of("case-escalated"),
                                closed,
                                satisfaction == null ? "-" : "%.1f of 5".formatted(satisfaction));
        if (!line.equals(last)) {
            System.out.print(terminal ? "\r" + line + " " : line + "\n");
            System.out.flush();
            last = line;
        }
    }

    private int of(String name) {
        return counts.getOrDefault(name, 0);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
