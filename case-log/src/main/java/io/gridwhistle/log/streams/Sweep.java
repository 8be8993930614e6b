package io.gridwhistle.log.streams;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.reference.Activation;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a partition an activation that re-routes, or another mode, may move, and how far they have been
 * reconsidered.
 *
 * <p>All of it stands in the partition's store: the cases that may move, as an index by id, and a cursor in it. So a sweep
 * costs what there is to reconsider, goes on where it was after a crash, and stops nowhere else at a replay.
 */
final class Sweep {
    private static final String CURSOR = "sweep";
    private static final String MOVABLE = "movable/";
    private static final String END = "movable0";

    /** The cases up to {@code after} have been reconsidered: because of this activation, or of the modes. */
    record Cursor(@Nullable EventId activation, @Nullable ReferenceKind kind, String after) {}

    private final KeyValueStore<String, String> store;
    private @Nullable Cursor cursor;

    Sweep(KeyValueStore<String, String> store) {
        this.store = store;
        String stored = store.get(CURSOR);
        cursor = stored == null ? null : Json.MAPPER.readValue(stored, Cursor.class);
    }

    /** Where it re-routes, it takes the place of the sweep under way, if there is one: whom that has not reached, this will. */
    void begin(Activation activation) {
        if (activation.reroute()) {
            moveTo(new Cursor(activation.id(), activation.kind(), ""));
        }
    }

    /** Another mode may hold somewhere. */
    void begin() {
        moveTo(new Cursor(null, null, ""));
    }

    boolean isUnderWay() {
        return cursor != null;
    }

    /** Keeps the index as a case changes. */
    void track(CaseId id, boolean couldMove, boolean mayMove) {
        if (mayMove && !couldMove) {
            store.put(MOVABLE + id, "");
        } else if (couldMove && !mayMove) {
            store.delete(MOVABLE + id);
        }
    }

    boolean mayConcernAny() {
        try (var movable = store.range(MOVABLE, END)) {
            return movable.hasNext();
        }
    }

    /** Whether the cursor has still to come to a case. */
    boolean isAhead(CaseId id) {
        return cursor != null && id.value().compareTo(cursor.after()) > 0;
    }

    /**
     * The next cases to reconsider; the cursor stands behind them. It ends where none is left, and where another activation
     * of the kind has come into force that wants no re-routing: then the rest stay where they are.
     */
    List<CaseId> next(int most, PartitionMoment moment) {
        Cursor at = cursor;
        if (at == null) {
            return List.of();
        }
        List<CaseId> next = isSuperseded(at, moment) ? List.of() : list(at.after(), most);
        moveTo(
                next.size() < most
                        ? null
                        : new Cursor(at.activation(), at.kind(), next.getLast().value()));
        return next;
    }

    private static boolean isSuperseded(Cursor at, PartitionMoment moment) {
        return at.kind() != null
                && moment.findActivation(at.kind())
                        .filter(it -> it.id().equals(at.activation()))
                        .isEmpty();
    }

    private List<CaseId> list(String after, int most) {
        var ids = new ArrayList<CaseId>(most);
        try (var movable = store.range(MOVABLE + after, END)) {
            while (movable.hasNext() && ids.size() < most) {
                String id = movable.next().key.substring(MOVABLE.length());
                if (!id.equals(after)) {
                    ids.add(new CaseId(id));
                }
            }
        }
        return ids;
    }

    private void moveTo(@Nullable Cursor next) {
        cursor = next;
        if (next == null) {
            store.delete(CURSOR);
        } else {
            store.put(CURSOR, Json.MAPPER.writeValueAsString(next));
        }
    }
}
