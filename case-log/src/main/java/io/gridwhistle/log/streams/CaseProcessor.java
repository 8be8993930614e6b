package io.gridwhistle.log.streams;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.ReferenceKind;
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
import java.util.function.Function;
import java.util.function.LongConsumer;
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
final class CaseProcessor<S> implements Processor<String, byte[], String, Outgoing>, Moment {
    static final String CASES = "cases";
    static final String TIMERS = "timers";
    static final String PARTITION = "partition";

    private static final Logger LOG = LoggerFactory.getLogger(CaseProcessor.class);
    private static final Duration LOOK_FOR_DUE = Duration.ofMillis(50);
    /** A tick that has not come back by then is taken as lost. */
    private static final long TICK_LOST_MS = 5_000;

    private static final String LOG_TIME = "log-time";
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
    private @Nullable KeyValueStore<String, String> partition;
    private @Nullable TimerStore timers;
    private long logTime;
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
        partition = context.getStateStore(PARTITION);
        timers = new TimerStore(context.<KeyValueStore<Bytes, byte[]>>getStateStore(TIMERS));
        String stored = partition.get(LOG_TIME);
        logTime = stored == null ? 0 : Long.parseLong(stored);
        context.schedule(LOOK_FOR_DUE, PunctuationType.WALL_CLOCK_TIME, now -> {
            fireDue();
            tickWhenDue();
        });
    }

    @Override
    public void process(Record<String, byte[]> record) {
        clock.read(record.timestamp());
        if (record.timestamp() > logTime) {
            logTime = record.timestamp();
            partition().put(LOG_TIME, Long.toString(logTime));
        }
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
            case ReferenceActivated activated ->
                partition().put(activated.kind().code(), activated.version());
            case Tick tick -> tickSentAt = Long.MIN_VALUE;
            case ModeChanged mode ->
                partition().put("mode." + mode.district(), mode.mode().code());
        }
    }

    private void decide(Record<String, byte[]> record, EventEnvelope<CaseEvent> event) {
        CaseId caseId = event.requireCaseId();
        fireDueOf(caseId);
        long start = System.nanoTime();
        S before = cases().load(caseId);
        Ready<S> ready;
        try {
            ready = ready(decider.decide(before, event, this));
        } catch (StoppedWaitingException e) {
            throw e;
        } catch (RuntimeException e) {
            // One case must not hold up all others of its partition.
            LOG.error("parked a record of case {} that could not be decided", caseId, e);
            park(record, e);
            cases().save(caseId, before, decider.passOver(before, event));
            return;
        }
        carryOut(caseId, before, ready);
        meters.decided(System.nanoTime() - start);
    }

    private void park(Record<String, byte[]> record, RuntimeException cause) {
        meters.deadLetter();
        record.headers().add("dlt-cause", cause.toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("dlt-service", source.getBytes(StandardCharsets.UTF_8));
        context().forward(record.withValue(new Outgoing(Topics.DEAD_LETTERS, record.value())));
    }

    private void fireDue() {
        timers().takeDue(logTime(), SLICE).forEach(this::fire);
    }

    /** What is left of the case's own timers after a slice; none, but after an outage. */
    private void fireDueOf(CaseId caseId) {
        if (timers().next() > logTime) {
            return;
        }
        S state = cases().load(caseId);
        if (state != null) {
            decider.timersOf(state).stream()
                    .filter(timer -> !timer.due().isAfter(logTime()))
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
        meters.fired(Duration.between(timer.due(), logTime()));
        Ready<S> ready;
        try {
            ready = ready(decider.fire(state, timer, this));
        } catch (StoppedWaitingException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("parked timer {} of case {} that could not be decided", timer.name(), timer.caseId(), e);
            byte[] value = Json.MAPPER.writeValueAsBytes(timer);
            park(new Record<>(timer.caseId().value(), value, logTime), e);
            return;
        }
        carryOut(timer.caseId(), state, ready);
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
            records.add(new Record<>(encoded.key(), outgoing, logTime, encoded.headers()));
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
        boolean passed = timers().next() <= logTime;
        if (!passed && timers().next() <= now && (tickSentAt == Long.MIN_VALUE || now - tickSentAt > TICK_LOST_MS)) {
            tickSentAt = now;
            ticker.tick(context().taskId().partition(), Instant.ofEpochMilli(timers().next()), clock::acknowledged);
        }
    }

    @Override
    public Instant logTime() {
        return Instant.ofEpochMilli(logTime);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Optional<String> findVersion(ReferenceKind kind) {
        return Optional.ofNullable(partition().get(kind.code()));
    }

    @Override
    public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
        return findVersion(kind).map(version -> references.await(kind, version, parser));
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

    private KeyValueStore<String, String> partition() {
        return initialised(partition);
    }

    private TimerStore timers() {
        return initialised(timers);
    }

    static List<String> storeNames() {
        return List.of(CASES, TIMERS, PARTITION);
    }
}
