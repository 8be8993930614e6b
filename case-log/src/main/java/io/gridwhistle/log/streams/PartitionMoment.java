package io.gridwhistle.log.streams;

import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.References;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far a partition has been read: its log time, and the references in force at this place in it. */
final class PartitionMoment implements Moment {
    private static final String LOG_TIME = "log-time";

    private final KeyValueStore<String, String> store;
    private final References references;
    private final String source;
    private long logTime;

    PartitionMoment(KeyValueStore<String, String> store, References references, String source) {
        this.store = store;
        this.references = references;
        this.source = source;
        String stored = store.get(LOG_TIME);
        logTime = stored == null ? 0 : Long.parseLong(stored);
    }

    /** Log time never goes back: brokers' clocks may differ. */
    void moveTo(long appendTime) {
        if (appendTime > logTime) {
            logTime = appendTime;
            store.put(LOG_TIME, Long.toString(logTime));
        }
    }

    void apply(ReferenceActivated activated) {
        store.put(activated.kind().code(), activated.version());
    }

    void apply(ModeChanged mode) {
        store.put("mode." + mode.district(), mode.mode().code());
    }

    long millis() {
        return logTime;
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
        return Optional.ofNullable(store.get(kind.code()));
    }

    @Override
    public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
        return findVersion(kind).map(version -> references.await(kind, version, parser));
    }
}
