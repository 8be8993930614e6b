package io.gridwhistle.log.streams;

import io.gridwhistle.events.id.CaseId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The armed timers of a partition, sorted by the time they are due.
 *
 * <p>Key: due time in milliseconds (8 bytes, big endian), case id (26 bytes), name. The time of the first one is cached,
 * so that a record that fires nothing costs no look-up.
 */
final class TimerStore {
    private static final byte[] NOTHING = new byte[0];
    private static final int ID_BYTES = 26;

    private final KeyValueStore<Bytes, byte[]> store;
    private long next;
    private boolean nextWasCancelled;

    TimerStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.next = first();
    }

    /** When the first timer is due; {@link Long#MAX_VALUE} where none is armed. */
    long next() {
        if (nextWasCancelled) {
            next = first();
            nextWasCancelled = false;
        }
        return next;
    }

    /** How many there are; the store does not count, it estimates. */
    long armed() {
        return store.approximateNumEntries();
    }

    void arm(CaseId caseId, String name, Instant due) {
        store.put(key(caseId, name, due), NOTHING);
        next = Math.min(next, due.toEpochMilli());
    }

    void cancel(CaseId caseId, String name, Instant due) {
        store.delete(key(caseId, name, due));
        nextWasCancelled |= due.toEpochMilli() == next;
    }

    /** Takes out the oldest timer, if it is due at {@code now}; firing it may arm another that is due as well. */
    Optional<DueTimer> takeFirst(Instant now) {
        if (next() > now.toEpochMilli()) {
            return Optional.empty();
        }
        Bytes key;
        try (var range = store.range(bound(next), null)) {
            key = range.next().key;
            next = range.hasNext() ? dueOf(range.next().key) : Long.MAX_VALUE;
        }
        store.delete(key);
        return Optional.of(timer(key));
    }

    /** Takes out one timer; whether it was still armed. */
    boolean take(DueTimer timer) {
        boolean armed = store.delete(key(timer.caseId(), timer.name(), timer.due())) != null;
        nextWasCancelled |= armed && timer.due().toEpochMilli() == next;
        return armed;
    }

    /**
     * Nothing is due before {@code next}. Where timers were taken out there are marks of it, thousands after an outage, and
     * who began before them would read over all of them.
     */
    private long first() {
        try (var range = store.range(bound(next), null)) {
            return range.hasNext() ? dueOf(range.next().key) : Long.MAX_VALUE;
        }
    }

    private static long dueOf(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }

    private static Bytes bound(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }

    private static Bytes key(CaseId caseId, String name, Instant due) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + ID_BYTES + utf8.length)
                .putLong(due.toEpochMilli())
                .put(caseId.value().getBytes(StandardCharsets.US_ASCII))
                .put(utf8)
                .array());
    }

    private static DueTimer timer(Bytes key) {
        var bytes = ByteBuffer.wrap(key.get());
        Instant due = Instant.ofEpochMilli(bytes.getLong());
        byte[] id = new byte[ID_BYTES];
        bytes.get(id);
        byte[] name = new byte[bytes.remaining()];
        bytes.get(name);
        return new DueTimer(
                new CaseId(new String(id, StandardCharsets.US_ASCII)), new String(name, StandardCharsets.UTF_8), due);
    }
}
