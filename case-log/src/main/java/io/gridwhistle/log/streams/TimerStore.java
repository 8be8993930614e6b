package io.gridwhistle.log.streams;

import io.gridwhistle.events.id.CaseId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    void arm(CaseId caseId, String name, Instant due) {
        store.put(key(caseId, name, due), NOTHING);
        next = Math.min(next, due.toEpochMilli());
    }

    void cancel(CaseId caseId, String name, Instant due) {
        store.delete(key(caseId, name, due));
        nextWasCancelled |= due.toEpochMilli() == next;
    }

    /** Takes out up to {@code most} timers due at or before {@code now}, oldest first. */
    List<DueTimer> takeDue(Instant now, int most) {
        if (next > now.toEpochMilli()) {
            return List.of();
        }
        var due = new ArrayList<DueTimer>();
        var keys = new ArrayList<Bytes>();
        try (var range = store.range(bound(0), bound(now.toEpochMilli() + 1))) {
            while (range.hasNext() && due.size() < most) {
                Bytes key = range.next().key;
                keys.add(key);
                due.add(timer(key));
            }
        }
        keys.forEach(store::delete);
        next = first();
        return due;
    }

    /** Takes out one timer; whether it was still armed. */
    boolean take(DueTimer timer) {
        boolean armed = store.delete(key(timer.caseId(), timer.name(), timer.due())) != null;
        nextWasCancelled |= armed && timer.due().toEpochMilli() == next;
        return armed;
    }

    private long first() {
        try (var all = store.all()) {
            return all.hasNext() ? timer(all.next().key).due().toEpochMilli() : Long.MAX_VALUE;
        }
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
