package io.gridwhistle.log.streams;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.reference.StoppedWaitingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the decider about the cases of a partition, and carries out what it says. */
final class CaseDecisions<S> {
    private static final Logger LOG = LoggerFactory.getLogger(CaseDecisions.class);

    /**
     * After an outage a hundred thousand timers may be due at once: fired on one record they would hold up every case of the
     * partition, and outlast their transaction. What they lead to is read again, and would fire more of them before a new
     * case has its turn. So from one look to the next this many fire, and more only as long as it takes no time.
     */
    private static final int FIRED_AT_LEAST = 10;

    private static final long FIRED_FOR_MILLIS = 20;
    /** Cases that are reconsidered with a record. */
    private static final int RECONSIDERED = 100;
    /** Of a record's value, in bytes; a broker takes 1 MiB with all that comes along. */
    private static final int LARGEST = 1_000_000;

    private final Decider<S> decider;
    private final String source;
    private final ProcessorContext<String, Outgoing> context;
    private final CaseStore<S> cases;
    private final PartitionMoment moment;
    private final TimerStore timers;
    private final Sweep sweep;
    private final LogMeters meters;
    private final LogClock clock;
    private final Remarks remarks;
    private int fired;
    private long firedForMillis;

    CaseDecisions(
            Decider<S> decider,
            String source,
            ProcessorContext<String, Outgoing> context,
            CaseStore<S> cases,
            PartitionMoment moment,
            TimerStore timers,
            Sweep sweep,
            LogMeters meters,
            LogClock clock) {
        this.decider = decider;
        this.source = source;
        this.context = context;
        this.cases = cases;
        this.moment = moment;
        this.timers = timers;
        this.sweep = sweep;
        this.meters = meters;
        this.clock = clock;
        this.remarks = new Remarks(meters);
    }

    void decide(Record<String, byte[]> record, EventEnvelope<CaseEvent> event) {
        CaseId caseId = event.requireCaseId();
        fireDueOf(caseId);
        if (sweep.isAhead(caseId)) {
            reconsider(caseId);
        }
        long start = System.nanoTime();
        S before = cases.load(caseId);
        Optional<Ready<S>> ready = attempt(() -> decider.decide(before, event, moment), () -> record);
        if (ready.isPresent()) {
            carryOut(caseId, before, ready.get());
        } else {
            save(caseId, before, decider.passOver(before, event));
        }
        meters.decided(System.nanoTime() - start);
    }

    /** Called every few milliseconds, whether there are records or not. */
    void look() {
        fired = 0;
        firedForMillis = 0;
        fireDue();
    }

    void fireDue() {
        while (fired < FIRED_AT_LEAST || firedForMillis < FIRED_FOR_MILLIS) {
            long start = clock.local();
            Optional<DueTimer> due = timers.takeFirst(moment.logTime());
            if (due.isEmpty()) {
                return;
            }
            fire(due.get());
            fired++;
            firedForMillis += clock.local() - start;
        }
    }

    /** What is left of the case's own timers after a slice; none, but after an outage. They go before whatever is decided about it. */
    private void fireDueOf(CaseId caseId) {
        if (timers.next() > moment.millis()) {
            return;
        }
        Optional<DueTimer> due = findDueOf(caseId);
        while (due.isPresent()) {
            fire(due.get());
            due = findDueOf(caseId);
        }
    }

    /** Takes out the case's oldest timer, if it is due. */
    private Optional<DueTimer> findDueOf(CaseId caseId) {
        S state = cases.load(caseId);
        return state == null
                ? Optional.empty()
                : decider.timersOf(state).stream()
                        .filter(timer -> !timer.due().isAfter(moment.logTime()))
                        .map(timer -> new DueTimer(caseId, timer.name(), timer.due()))
                        .sorted(Comparator.comparing(DueTimer::due).thenComparing(DueTimer::name))
                        .filter(timers::take)
                        .findFirst();
    }

    private void fire(DueTimer timer) {
        S state = cases.load(timer.caseId());
        if (state == null) {
            return;
        }
        meters.fired(Duration.between(timer.due(), moment.logTime()));
        attempt(() -> decider.fire(state, timer, moment), () -> asRecord(timer.caseId(), timer))
                .ifPresent(ready -> carryOut(timer.caseId(), state, ready));
    }

    /** A few more of the cases that an activation may move. */
    void reconsiderNext() {
        if (sweep.isUnderWay()) {
            for (CaseId caseId : sweep.next(RECONSIDERED, moment)) {
                // What had run out before stays so, also where many timers wait for their turn.
                fireDueOf(caseId);
                reconsider(caseId);
            }
        }
    }

    private void reconsider(CaseId caseId) {
        S state = cases.load(caseId);
        if (state == null || !decider.mayMove(state)) {
            return;
        }
        attempt(() -> decider.reconsider(caseId, state, moment), () -> asRecord(caseId, Map.of("reconsidered", caseId)))
                .ifPresent(ready -> {
                    meters.reconsidered(!ready.records().isEmpty());
                    carryOut(caseId, state, ready);
                });
    }

    /** The decision, ready to be carried out; where it fails, what it is about is parked: one case holds up no other. */
    private Optional<Ready<S>> attempt(Supplier<Decision<S>> decision, Supplier<Record<String, byte[]>> about) {
        try {
            return Optional.of(ready(decision.get()));
        } catch (StoppedWaitingException e) {
            throw e;
        } catch (RuntimeException e) {
            Record<String, byte[]> record = about.get();
            LOG.error("parked what could not be decided about case {}", record.key(), e);
            park(record, e);
            return Optional.empty();
        }
    }

    private void park(Record<String, byte[]> record, RuntimeException cause) {
        meters.deadLetter();
        record.headers().add("dlt-cause", cause.toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("dlt-service", source.getBytes(StandardCharsets.UTF_8));
        context.forward(record.withValue(new Outgoing(Topics.DEAD_LETTERS, record.value())));
    }

    private Record<String, byte[]> asRecord(CaseId caseId, Object about) {
        return new Record<>(caseId.value(), Json.MAPPER.writeValueAsBytes(about), moment.millis());
    }

    /** A decision with its records as they will stand in the log. */
    private record Ready<S>(Decision<S> decision, List<Record<String, Outgoing>> records) {}

    /** Errors: {@link IllegalStateException} where a record is larger than a broker takes. */
    private Ready<S> ready(Decision<S> decision) {
        var records = new ArrayList<Record<String, Outgoing>>();
        for (Decision.Emission emission : decision.emissions()) {
            var encoded = EventCodec.encode(emission.topic(), null, emission.envelope());
            if (encoded.value().length > LARGEST) {
                throw new IllegalStateException("%s would have %d bytes, more than %d"
                        .formatted(emission.envelope().id(), encoded.value().length, LARGEST));
            }
            var outgoing = new Outgoing(emission.topic(), encoded.value());
            records.add(new Record<>(encoded.key(), outgoing, moment.millis(), encoded.headers()));
        }
        return new Ready<>(decision, records);
    }

    private void carryOut(CaseId caseId, @Nullable S before, Ready<S> ready) {
        remarks.tell(ready.decision().remarks(), caseId, moment.logTime());
        save(caseId, before, ready.decision().state());
        for (Decision.TimerChange change : ready.decision().timers()) {
            switch (change) {
                case Decision.TimerChange.Arm arm -> timers.arm(caseId, arm.name(), arm.due());
                case Decision.TimerChange.Cancel cancel -> timers.cancel(caseId, cancel.name(), cancel.due());
            }
        }
        ready.records().forEach(context::forward);
    }

    private void save(CaseId caseId, @Nullable S before, @Nullable S state) {
        cases.save(caseId, before, state);
        if (state != null) {
            sweep.track(caseId, before != null && decider.mayMove(before), decider.mayMove(state));
        }
    }
}
