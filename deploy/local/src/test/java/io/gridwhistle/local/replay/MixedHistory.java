package io.gridwhistle.local.replay;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.streams.Decider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A log of many cases at once as it might have come about, the same with every run: what people and other services say, and
 * between that, some time after what led to it, what dispatch has decided. Boundaries change now and then, and back.
 */
final class MixedHistory {
    private static final long SEED = 20_251_120;
    private static final int CASES_AT_A_TIME = 400;
    /** So many times other boundaries are put in force. */
    private static final int ACTIVATIONS = 20;

    private final Documents documents;
    private final Reporting reporting;
    private final Consumer<ProducerRecord<String, byte[]>> log;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<CaseLife> lives = new ArrayList<>();
    private final Deciding<?> dispatch = new Deciding<>(new DispatchDecider());
    private final Records decided = new Records("");
    private final Map<String, Integer> counts = new TreeMap<>();
    private Instant now = Instant.parse("2025-01-06T00:00:00Z");
    private boolean otherGridSet;
    private int activations;
    private int cases;

    MixedHistory(Documents documents, Consumer<ProducerRecord<String, byte[]>> log) {
        this.documents = documents;
        this.reporting = documents.reporting();
        this.log = log;
    }

    /** Writes a log of at least so many events of cases. */
    void write(int events) {
        documents.inForceAtFirst().forEach(this::activate);
        for (int i = 1; i <= events; i++) {
            now = now.plusMillis(random.nextInt(4_000));
            if (i % (events / ACTIVATIONS) == 0) {
                otherGridSet = !otherGridSet;
                activate(documents.gridSet(otherGridSet));
            }
            lives.removeIf(CaseLife::isOver);
            if (lives.size() < CASES_AT_A_TIME && (lives.isEmpty() || random.nextInt(6) == 0)) {
                lives.add(new CaseLife(CaseId.of(Reporting.PLATFORM, "case-" + ++cases), reporting, random));
            }
            CaseLife life = lives.get(random.nextInt(lives.size()));
            EventEnvelope<CaseEvent> event = life.next();
            append(null, event);
            dispatch.read(life, event);
        }
    }

    private void activate(Reference reference) {
        var id = new EventId("reference-activated.%s.%d".formatted(reference, ++activations));
        for (int partition = 0; partition < BareLog.PARTITIONS; partition++) {
            append(partition, new EventEnvelope<>(id, null, "/dispatch", now, null, Documents.activated(reference)));
        }
    }

    private void append(@Nullable Integer partition, EventEnvelope<? extends LogEvent> event) {
        counts.merge(EventTypes.nameOf(event.event().getClass()), 1, Integer::sum);
        var record = EventCodec.encode(Topics.CASE_LOG, partition, event);
        log.accept(new ProducerRecord<>(
                Topics.CASE_LOG, partition, now.toEpochMilli(), record.key(), record.value(), record.headers()));
    }

    /** All that dispatch decides about this log. */
    Records decided() {
        return decided;
    }

    /** How many of each event there are, in the log as on units' topics. */
    Map<String, Integer> counts() {
        return counts;
    }

    private final class Deciding<S> {
        private final Decider<S> decider;
        private final Map<CaseId, S> states = new HashMap<>();

        Deciding(Decider<S> decider) {
            this.decider = decider;
        }

        void read(CaseLife life, EventEnvelope<CaseEvent> event) {
            var decision = decider.decide(states.get(life.id()), event, documents.moment(now, otherGridSet));
            if (decision.state() != null) {
                states.put(life.id(), decision.state());
            }
            for (var emission : decision.emissions()) {
                var record = EventCodec.encode(emission.topic(), null, emission.envelope());
                decided.add(emission.topic(), now.toEpochMilli(), record.key(), record.headers(), record.value());
                if (emission.topic().equals(Topics.CASE_LOG)) {
                    life.append(emission.envelope().as(CaseEvent.class));
                } else {
                    counts.merge(EventTypes.nameOf(emission.envelope().event().getClass()), 1, Integer::sum);
                }
            }
        }
    }
}
