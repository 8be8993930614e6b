package io.gridwhistle.benchmarks.timers;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.log.streams.CaseStreams;
import io.gridwhistle.servers.EmbeddedBroker;
import io.gridwhistle.servers.Ports;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/** Timers as the deciders have them, in streams at work on a case log of their own. */
final class LoggedTimers implements AutoCloseable {
    private static final PlatformId PLATFORM = new PlatformId("benchmark");
    private static final String SERVICE = "timers";

    /** What only they have: an armed timer in their changelog; its case's state besides; a restart without state. */
    record Apart(
            double changelogBytes,
            double stateBytes,
            double stateChangelogBytes,
            Lateness passed,
            double rebuiltFirst,
            double rebuiltAll) {}

    private final Work work;
    private final Path state;
    private final EmbeddedBroker broker;
    private final BareLog log;
    private final CaseStreams streams;

    LoggedTimers(Work work, Path folder) {
        this.work = work;
        state = folder.resolve("streams");
        broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.findFree());
        log = new BareLog(broker.bootstrapServers(), SERVICE, state);
        log.topics().ensureLog();
        log.start();
        streams = new CaseStreams(
                new TimerDecider(),
                log.kafka(),
                log.settings(),
                log.references(),
                log.log(),
                log.meters(),
                new SimpleMeterRegistry());
    }

    long commitMillis() {
        return log.settings().commitInterval().toMillis();
    }

    record Result(Measured measured, Apart apart) {}

    Result measure() throws IOException, InterruptedException, ExecutionException {
        long[] far = work.farDeadlines();
        streams.start();
        double armed = perSecond(i -> TimerDecider.arm(far[i]));
        streams.stop();
        double disk = perTimer(Folders.bytesUnder(state, "timers"));
        double stateDisk = perTimer(Folders.bytesUnder(state, "cases"));
        double changelog = perTimer(changelogBytes("timers"));
        double stateChangelog = perTimer(changelogBytes("cases"));

        streams.start();
        Lateness passed;
        Lateness noticed;
        try (var firings = new Firings(log.kafka())) {
            passed = firings.passed();
            noticed = firings.noticed();
            work.flow(i -> append(
                    work.arms(i) ? "soon" : "far",
                    work.arms(i) ? i : i % work.timers(),
                    work.arms(i)
                            ? TimerDecider.arm(System.currentTimeMillis() + Work.SOON.toMillis())
                            : TimerDecider.words("note " + i)));
            Work.await(noticed::count, work.flowingFirings(), "fired while events flow");
        }
        Restart kept = restart("kept", false);
        Restart rebuilt = restart("rebuilt", true);

        double cancelled = perSecond(i -> TimerDecider.cancel());
        return new Result(
                new Measured(armed, cancelled, disk, noticed, kept.first(), kept.all()),
                new Apart(changelog, stateDisk, stateChangelog, passed, rebuilt.first(), rebuilt.all()));
    }

    /** Appended by one caller and decided at the same time; a second, once both are warm. */
    private double perSecond(IntFunction<CaseEvent> event) throws InterruptedException {
        long before = log.decided();
        int warm = (int) (work.timers() * Work.WARM_UP);
        append(0, warm, event);
        Work.await(log::decided, before + warm, "decided");
        long began = System.nanoTime();
        append(warm, work.timers(), event);
        Work.await(log::decided, before + work.timers(), "decided");
        return (work.timers() - warm) / ((System.nanoTime() - began) / 1e9);
    }

    private void append(int from, int to, IntFunction<CaseEvent> event) {
        for (int i = from; i < to; i++) {
            append("far", i, event.apply(i));
        }
        log.producer().flush();
    }

    /** In milliseconds from the call that starts the streams. */
    private record Restart(double first, double all) {}

    private Restart restart(String name, boolean withoutState) throws InterruptedException, IOException {
        long due = System.currentTimeMillis() + Work.SOON.toMillis();
        long before = log.decided();
        for (int i = 0; i < work.dueAtOnce(); i++) {
            append(name, i, TimerDecider.arm(due));
        }
        log.producer().flush();
        Work.await(log::decided, before + work.dueAtOnce(), "armed before the restart");
        // What was decided is committed with the close.
        streams.stop();
        if (withoutState) {
            Folders.delete(state);
        }
        Work.sleepUntil(due);
        try (var firings = new Firings(log.kafka())) {
            long began = System.nanoTime();
            streams.start();
            Work.await(firings.noticed()::count, 1, "fired after the restart");
            double first = (System.nanoTime() - began) / 1e6;
            Work.await(firings.noticed()::count, work.dueAtOnce(), "fired after the restart");
            return new Restart(first, (System.nanoTime() - began) / 1e6);
        }
    }

    private void append(String series, int number, CaseEvent event) {
        var caseId = CaseId.of(PLATFORM, series + "-" + number);
        var id = EventId.ofContent(caseId, "said", event.toString());
        log.producer()
                .send(EventCodec.encode(
                        Topics.CASE_LOG,
                        null,
                        new EventEnvelope<>(id, caseId, "/benchmark", Instant.now(), null, event)));
    }

    private double perTimer(long bytes) {
        return bytes / (double) work.timers();
    }

    private long changelogBytes(String store) throws InterruptedException, ExecutionException {
        String topic = "gridwhistle-%s-%s-changelog".formatted(SERVICE, store);
        return log.admin().describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    @Override
    public void close() {
        streams.stop();
        log.close();
        broker.close();
    }
}
