package io.gridwhistle.log.streams;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What a decider remembers of each case of a partition, as JSON in a store.
 *
 * <p>Most events of a case follow each other within seconds; what was read a moment ago is not parsed again.
 */
final class CaseStore<S> {
    private static final int RECENT_CASES = 1_000;

    private final KeyValueStore<String, byte[]> store;
    private final Class<S> type;
    private final Map<CaseId, S> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseId, S> eldest) {
            return size() > RECENT_CASES;
        }
    };

    CaseStore(KeyValueStore<String, byte[]> store, Class<S> type) {
        this.store = store;
        this.type = type;
    }

    @Nullable
    S load(CaseId caseId) {
        S known = recent.get(caseId);
        if (known != null) {
            return known;
        }
        byte[] stored = store.get(caseId.value());
        if (stored == null) {
            return null;
        }
        S state = Json.STATES.readValue(stored, type);
        recent.put(caseId, state);
        return state;
    }

    /** Stores what has changed; nothing to remember leaves what there is. */
    void save(CaseId caseId, @Nullable S before, @Nullable S state) {
        if (state != null && !state.equals(before)) {
            store.put(caseId.value(), Json.STATES.writeValueAsBytes(state));
            recent.put(caseId, state);
        }
    }
}
