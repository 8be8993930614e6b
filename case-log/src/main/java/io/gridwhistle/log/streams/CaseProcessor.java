package io.gridwhistle.log.streams;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ControlEvent.ActivationCancelled;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.References;
import java.time.Duration;
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
 *
 * <p>Where an activation asks for it, or another mode holds, open cases are reconsidered: each before its next record, and of the others a few with
 * every record, in the order of their ids. So what follows from a log depends on its records alone.
 */
final class CaseProcessor<S> implements Processor<String, byte[], String, Outgoing> {
    static final String CASES = "cases";
    static final String TIMERS = "timers";
    static final String PARTITION = "partition";

    private static final Logger LOG = LoggerFactory.getLogger(CaseProcessor.class);
    private static final Duration LOOK_FOR_DUE = Duration.ofMillis(50);

    /** What there is of a partition once it is assigned. */
    private record Task<S>(
            int partition,
            PartitionMoment moment,
            TimerStore timers,
            Sweep sweep,
            CaseDecisions<S> decisions,
            DemandTicks ticks) {}

    private final Decider<S> decider;
    private final String source;
    private final References references;
    private final DemandTicks.Ticker ticker;
    private final LogMeters meters;
    private final LogClock clock;
    private @Nullable Task<S> task;
    private boolean quiet;

    CaseProcessor(
            Decider<S> decider,
            String source,
            References references,
            DemandTicks.Ticker ticker,
            LogMeters meters,
            LogClock clock) {
        this.decider = decider;
        this.source = source;
        this.references = references;
        this.ticker = ticker;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        // A task that is begun anew, after a failure say, goes on from what was committed.
        var moment = new PartitionMoment(context.getStateStore(PARTITION), references, source);
        var timers = new TimerStore(context.<KeyValueStore<Bytes, byte[]>>getStateStore(TIMERS));
        var sweep = new Sweep(context.getStateStore(PARTITION));
        var cases = new CaseStore<>(context.<KeyValueStore<String, byte[]>>getStateStore(CASES), decider.stateType());
        int partition = context.taskId().partition();
        task = new Task<>(
                partition,
                moment,
                timers,
                sweep,
                new CaseDecisions<>(decider, source, context, cases, moment, timers, sweep, meters, clock),
                new DemandTicks(ticker, partition, clock));
        meters.sweeping(partition, sweep.isUnderWay());
        clock.doubt();
        context.schedule(LOOK_FOR_DUE, PunctuationType.WALL_CLOCK_TIME, now -> {
            task().decisions().look();
            tickWhenDue();
            meters.timers(partition, timers.armed(), timers.next(), clock::now);
        });
    }

    @Override
    public void process(Record<String, byte[]> record) {
        clock.read(record.timestamp());
        Task<S> now = task();
        now.moment().moveTo(record.timestamp()).forEach(this::holds);
        if (now.moment().hasModeTurned()) {
            modesTurned();
        }
        now.decisions().fireDue();
        now.decisions().reconsiderNext();
        EventEnvelope<LogEvent> envelope;
        try {
            envelope = EventCodec.decode(record.headers(), record.value(), LogEvent.class);
        } catch (UnreadableRecordException e) {
            meters.passedOver();
            LOG.warn("passed over a record that cannot be read: {}", e.getMessage());
            return;
        }
        quiet &= envelope.event() instanceof Tick;
        switch (envelope.event()) {
            case CaseEvent _ -> now.decisions().decide(record, envelope.as(CaseEvent.class));
            case ReferenceActivated it -> now.moment().apply(envelope.id(), it).ifPresent(this::holds);
            case ActivationCancelled it -> now.moment().apply(it);
            case Tick _ -> now.ticks().cameBack();
            case ModeChanged it -> {
                now.moment().apply(it);
                modesTurned();
            }
            case ModesPlanned it -> {
                now.moment().apply(it);
                modesTurned();
            }
        }
        meters.sweeping(now.partition(), now.sweep().isUnderWay());
    }

    private void holds(Activation activation) {
        if (decider.reconsidersAt() == Decider.Occasion.REROUTE) {
            task().sweep().begin(activation);
        }
    }

    private void modesTurned() {
        if (decider.reconsidersAt() == Decider.Occasion.MODE) {
            task().sweep().begin();
        }
    }

    private void tickWhenDue() {
        Task<S> now = task();
        if (isDueByTheClock(now.timers().next())) {
            now.ticks().demand(now.timers().next());
        } else if (isDueByTheClock(nextOccasion()) && now.sweep().mayConcernAny()) {
            now.ticks().demand(nextOccasion());
        } else if (now.sweep().isUnderWay() && quiet) {
            now.ticks().demand(now.moment().millis());
        }
        quiet = true;
    }

    private long nextOccasion() {
        return switch (decider.reconsidersAt()) {
            case REROUTE -> task().moment().nextReroute();
            case MODE -> task().moment().nextModeTurn();
        };
    }

    /** And has not passed on the log; {@link Long#MAX_VALUE} where nothing is due. */
    private boolean isDueByTheClock(long due) {
        return due > task().moment().millis() && due < Long.MAX_VALUE && clock.mayBe(due);
    }

    @Override
    public void close() {
        meters.givenUp(task().partition());
    }

    private Task<S> task() {
        if (task == null) {
            throw new IllegalStateException("used before init");
        }
        return task;
    }
}
