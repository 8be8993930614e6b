package io.gridwhistle.local.replay;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.streams.DrivenPartition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A log of many cases at once as it might have come about, the same with every run: what people and other services say, and
 * between that, some time after what led to it, what dispatch has decided. Boundaries change now and then, and back; every
 * other time open cases are routed anew.
 */
final class MixedHistory {
    private static final long SEED = 20_251_120;
    private static final int CASES_AT_A_TIME = 400;
    /** So many times other boundaries are put in force. */
    static final int ACTIVATIONS = 20;

    private final Documents documents;
    private final Reporting reporting;
    private final Consumer<ProducerRecord<String, byte[]>> log;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<DrivenPartition> dispatch = new ArrayList<>();
    private final Map<CaseId, CaseLife> lives = new HashMap<>();
    private final List<CaseLife> underWay = new ArrayList<>();
    /** To cases of which nothing more was expected. */
    private final Deque<EventEnvelope<CaseEvent>> late = new ArrayDeque<>();

    private final Records decided = new Records("");
    private final Map<String, Integer> counts = new TreeMap<>();
    private Instant now = Instant.parse("2025-01-06T00:00:00Z");
    private int activations;
    private int cases;

    private MixedHistory(Documents documents, Consumer<ProducerRecord<String, byte[]>> log) {
        this.documents = documents;
        this.reporting = documents.reporting();
        this.log = log;
    }

    /**
     * Writes a log of at least so many events, down to the last that follows from what was said.
     *
     * @param references the log that has the documents on its reference topic
     */
    static MixedHistory write(
            int events,
            Documents documents,
            BareLog references,
            Path stateFolder,
            Consumer<ProducerRecord<String, byte[]>> log) {
        var history = new MixedHistory(documents, log);
        try {
            for (int partition = 0; partition < BareLog.PARTITIONS; partition++) {
                Path folder = stateFolder.resolve("driven-" + partition);
                history.dispatch.add(new DrivenPartition(new DispatchDecider(), references, folder));
            }
            history.write(events);
        } finally {
            history.dispatch.forEach(DrivenPartition::close);
        }
        return history;
    }

    private void write(int events) {
        documents.inForceAtFirst().forEach(it -> activate(it, false));
        for (int i = 1; i <= events; i++) {
            now = now.plusMillis(random.nextInt(4_000));
            if (i % (events / ACTIVATIONS) == 0) {
                int number = i / (events / ACTIVATIONS);
                activate(documents.gridSet(number % 2 == 1), number % 4 < 2);
            }
            step();
        }
        while (!late.isEmpty() || underWay.stream().anyMatch(CaseLife::isUnread)) {
            underWay.stream().filter(CaseLife::isUnread).toList().forEach(life -> append(life.nextDecided()));
            appendLate();
        }
    }

    private void step() {
        appendLate();
        underWay.removeIf(life -> life.isOver() && lives.remove(life.id(), life));
        if (underWay.size() < CASES_AT_A_TIME && (underWay.isEmpty() || random.nextInt(6) == 0)) {
            var life = new CaseLife(CaseId.of(Reporting.PLATFORM, "case-" + ++cases), reporting, random);
            lives.put(life.id(), life);
            underWay.add(life);
        }
        CaseLife other = underWay.get(random.nextInt(underWay.size()));
        append(underWay.get(random.nextInt(underWay.size())).next(other.id()));
    }

    private void appendLate() {
        while (!late.isEmpty()) {
            append(late.remove());
        }
    }

    private void activate(Reference reference, boolean reroute) {
        var id = new EventId("reference-activated.%s.%d".formatted(reference, ++activations));
        var event = new EventEnvelope<>(id, null, "/dispatch", now, null, Documents.activated(reference, reroute));
        for (int partition = 0; partition < BareLog.PARTITIONS; partition++) {
            append(partition, event);
        }
    }

    private void append(EventEnvelope<CaseEvent> event) {
        append(Records.partitionOf(event.requireCaseId().value()), event);
    }

    private void append(int partition, EventEnvelope<? extends LogEvent> event) {
        counts.merge(EventTypes.nameOf(event.event().getClass()), 1, Integer::sum);
        var encoded = EventCodec.encode(Topics.CASE_LOG, partition, event);
        var record = new ProducerRecord<>(
                encoded.topic(), partition, now.toEpochMilli(), encoded.key(), encoded.value(), encoded.headers());
        log.accept(record);
        dispatch.get(partition).append(record).forEach(this::take);
    }

    private void take(ProducerRecord<String, byte[]> written) {
        decided.add(written.topic(), written.timestamp(), written.key(), written.headers(), written.value());
        if (written.topic().equals(Topics.CASE_LOG)) {
            var event = EventCodec.decode(written.headers(), written.value(), CaseEvent.class);
            CaseLife life = lives.get(event.requireCaseId());
            if (life == null) {
                late.add(event);
            } else {
                life.append(event);
            }
        } else if (written.topic().startsWith(Topics.DISPATCH_PREFIX)) {
            var message = EventCodec.decode(written.headers(), written.value(), OrderMessage.class);
            counts.merge(EventTypes.nameOf(message.event().getClass()), 1, Integer::sum);
        } else {
            throw new IllegalStateException("parked: " + written);
        }
    }

    /** All that dispatch decides about this log. */
    Records decided() {
        return decided;
    }

    /** How many of each event there are, in the log as on units' topics. */
    Map<String, Integer> counts() {
        return counts;
    }
}
