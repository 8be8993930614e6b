package io.gridwhistle.log.streams;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.reference.StoppedWaitingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a decider over one partition of the case log.
 *
 * <p>For each record: log time moves on, timers due by then fire, oldest first, and only then is the record itself
 * decided. So whatever was appended before a deadline counts, and whatever after does not. Where more are due than fire at
 * a time, those of the record's own case fire at least; the others follow, and before any record of theirs.
 */
final class CaseProcessor<S> implements Processor<String, byte[], String, Outgoing> {
    static final String CASES = "cases";
    static final String TIMERS = "timers";
    static final String PARTITION = "partition";

    private static final Logger LOG = LoggerFactory.getLogger(CaseProcessor.class);
    private static final Duration LOOK_FOR_DUE = Duration.ofMillis(50);
    /** A tick that has not come back by then is taken as lost. */
    private static final long TICK_LOST_MS = 5_000;

    /**
     * Timers that fire at a time. After an outage a hundred thousand may be due at once: fired on one record they would
     * hold up every case of the partition, and outlast their transaction.
     */
    private static final int SLICE = 500;
    /** Of a record's value, in bytes; a broker takes 1 MiB with all that comes along. */
    private static final int LARGEST = 1_000_000;

    private final Decider<S> decider;
    private final String source;
    private final References references;
    private final Ticker ticker;
    private final LogMeters meters;
    private final LogClock clock;
    private @Nullable ProcessorContext<String, Outgoing> context;
    private @Nullable CaseStore<S> cases;
    private @Nullable PartitionMoment moment;
    private @Nullable TimerStore timers;
    private long tickSentAt = Long.MIN_VALUE;

    /** Appends a tick to a partition of the case log. */
    interface Ticker {
        void tick(int partition, Instant due, LongConsumer appendedAt);
    }

    CaseProcessor(
            Decider<S> decider,
            String source,
            References references,
            Ticker ticker,
            LogMeters meters,
            InstantSource localClock) {
        this.decider = decider;
        this.source = source;
        this.references = references;
        this.ticker = ticker;
        this.meters = meters;
        this.clock = new LogClock(localClock);
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        this.context = context;
        // A task that is begun anew, after a failure say, goes on from what was committed.
        cases = new CaseStore<>(context.<KeyValueStore<String, byte[]>>getStateStore(CASES), decider.stateType());
        moment = new PartitionMoment(context.getStateStore(PARTITION), references, source);
        timers = new TimerStore(context.<KeyValueStore<Bytes, byte[]>>getStateStore(TIMERS));
        context.schedule(LOOK_FOR_DUE, PunctuationType.WALL_CLOCK_TIME, now -> {
            fireDue();
            tickWhenDue();
        });
    }

    @Override
    public void process(Record<String, byte[]> record) {
        clock.read(record.timestamp());
        moment().moveTo(record.timestamp());
        fireDue();
        EventEnvelope<LogEvent> envelope;
        try {
            envelope = EventCodec.decode(record.headers(), record.value(), LogEvent.class);
        } catch (UnreadableRecordException e) {
            meters.passedOver();
            LOG.warn("passed over a record that cannot be read: {}", e.getMessage());
            return;
        }
        switch (envelope.event()) {
            case CaseEvent _ -> decide(record, envelope.as(CaseEvent.class));
            case ReferenceActivated activated -> moment().apply(activated);
            case Tick tick -> tickSentAt = Long.MIN_VALUE;
            case ModeChanged mode -> moment().apply(mode);
        }
    }

    private void decide(Record<String, byte[]> record, EventEnvelope<CaseEvent> event) {
        CaseId caseId = event.requireCaseId();
        fireDueOf(caseId);
        long start = System.nanoTime();
        S before = cases().load(caseId);
        Optional<Ready<S>> ready = attempt(() -> decider.decide(before, event, moment()), () -> record);
        if (ready.isPresent()) {
            carryOut(caseId, before, ready.get());
        } else {
            cases().save(caseId, before, decider.passOver(before, event));
        }
        meters.decided(System.nanoTime() - start);
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
        context().forward(record.withValue(new Outgoing(Topics.DEAD_LETTERS, record.value())));
    }

    private void fireDue() {
        timers().takeDue(moment().logTime(), SLICE).forEach(this::fire);
    }

    /** What is left of the case's own timers after a slice; none, but after an outage. */
    private void fireDueOf(CaseId caseId) {
        if (timers().next() > moment().millis()) {
            return;
        }
        S state = cases().load(caseId);
        if (state != null) {
            decider.timersOf(state).stream()
                    .filter(timer -> !timer.due().isAfter(moment().logTime()))
                    .map(timer -> new DueTimer(caseId, timer.name(), timer.due()))
                    .sorted(Comparator.comparing(DueTimer::due))
                    .filter(timers()::take)
                    .forEach(this::fire);
        }
    }

    private void fire(DueTimer timer) {
        S state = cases().load(timer.caseId());
        if (state == null) {
            return;
        }
        meters.fired(Duration.between(timer.due(), moment().logTime()));
        attempt(() -> decider.fire(state, timer, moment()), () -> asRecord(timer))
                .ifPresent(ready -> carryOut(timer.caseId(), state, ready));
    }

    private Record<String, byte[]> asRecord(DueTimer timer) {
        byte[] value = Json.MAPPER.writeValueAsBytes(timer);
        return new Record<>(timer.caseId().value(), value, moment().millis());
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
            records.add(new Record<>(encoded.key(), outgoing, moment().millis(), encoded.headers()));
        }
        return new Ready<>(decision, records);
    }

    private void carryOut(CaseId caseId, @Nullable S before, Ready<S> ready) {
        cases().save(caseId, before, ready.decision().state());
        for (Decision.TimerChange change : ready.decision().timers()) {
            switch (change) {
                case Decision.TimerChange.Arm arm -> timers().arm(caseId, arm.name(), arm.due());
                case Decision.TimerChange.Cancel cancel -> timers().cancel(caseId, cancel.name(), cancel.due());
            }
        }
        ready.records().forEach(context()::forward);
    }

    private void tickWhenDue() {
        long now = clock.now();
        boolean passed = timers().next() <= moment().millis();
        if (!passed && timers().next() <= now && (tickSentAt == Long.MIN_VALUE || now - tickSentAt > TICK_LOST_MS)) {
            tickSentAt = now;
            ticker.tick(context().taskId().partition(), Instant.ofEpochMilli(timers().next()), clock::acknowledged);
        }
    }

    private static <T> T initialised(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("used before init");
        }
        return part;
    }

    private ProcessorContext<String, Outgoing> context() {
        return initialised(context);
    }

    private CaseStore<S> cases() {
        return initialised(cases);
    }

    private PartitionMoment moment() {
        return initialised(moment);
    }

    private TimerStore timers() {
        return initialised(timers);
    }

    static List<String> storeNames() {
        return List.of(CASES, TIMERS, PARTITION);
    }
}
