package io.gridwhistle.log.streams;

import io.gridwhistle.events.ControlEvent.ActivationCancelled;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.Activations;
import io.gridwhistle.log.reference.References;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far a partition has been read: its log time, and the references in force at this place in it. */
final class PartitionMoment implements Moment {
    private static final String LOG_TIME = "log-time";
    private static final String MODES = "modes";

    private final KeyValueStore<String, String> store;
    private final References references;
    private final String source;
    private final Map<ReferenceKind, Activations> activations = new EnumMap<>(ReferenceKind.class);
    /** What the versions in force say, as far as anybody has asked. */
    private final Map<ReferenceKind, Object> held = new EnumMap<>(ReferenceKind.class);

    private Modes modes;
    private long logTime;
    private long nextChange;
    private long nextModeTurn;

    PartitionMoment(KeyValueStore<String, String> store, References references, String source) {
        this.store = store;
        this.references = references;
        this.source = source;
        String stored = store.get(LOG_TIME);
        logTime = stored == null ? 0 : Long.parseLong(stored);
        for (ReferenceKind kind : ReferenceKind.values()) {
            String ofKind = store.get(kind.code());
            activations.put(kind, ofKind == null ? Activations.NONE : Json.MAPPER.readValue(ofKind, Activations.class));
        }
        nextChange = first(listPending());
        String said = store.get(MODES);
        modes = said == null ? Modes.NONE : Json.MAPPER.readValue(said, Modes.class);
        nextModeTurn = findModeTurn();
    }

    /** Log time never goes back: brokers' clocks may differ. What came into force with it, one of a kind. */
    List<Activation> moveTo(long appendTime) {
        if (appendTime <= logTime) {
            return List.of();
        }
        Instant before = logTime();
        logTime = appendTime;
        store.put(LOG_TIME, Long.toString(logTime));
        if (logTime < nextChange) {
            return List.of();
        }
        List<Activation> changed = activations.values().stream()
                .flatMap(ofKind -> ofKind.findAt(logTime()).stream())
                .filter(it -> it.from().isAfter(before))
                .toList();
        changed.forEach(it -> change(it.kind(), activationsOf(it.kind())));
        return changed;
    }

    /** What came into force, if it is not to come later. */
    Optional<Activation> apply(EventId id, ReferenceActivated event) {
        var activation = Activation.of(id, event, logTime());
        change(event.kind(), activationsOf(event.kind()).with(activation));
        return findActivation(event.kind()).filter(activation::equals);
    }

    void apply(ActivationCancelled event) {
        change(event.kind(), activationsOf(event.kind()).without(event.activation()));
    }

    void apply(ModeChanged word) {
        change(modes.with(word, logTime()));
    }

    void apply(ModesPlanned plan) {
        change(modes.planning(plan.modes(), logTime()));
    }

    private void change(Modes next) {
        modes = next.since(logTime());
        store.put(MODES, Json.MAPPER.writeValueAsString(modes));
        nextModeTurn = findModeTurn();
    }

    private long findModeTurn() {
        return modes.findTurnAfter(logTime()).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    /** When another mode may hold somewhere; {@link Long#MAX_VALUE} where none is to come. */
    long nextModeTurn() {
        return nextModeTurn;
    }

    /** Whether log time has reached that, since it was last asked. */
    boolean hasModeTurned() {
        if (logTime < nextModeTurn) {
            return false;
        }
        change(modes);
        return true;
    }

    @Override
    public ModeInForce mode(List<String> places, Instant at) {
        return modes.find(places, at);
    }

    private Activations activationsOf(ReferenceKind kind) {
        return activations.getOrDefault(kind, Activations.NONE);
    }

    private void change(ReferenceKind kind, Activations next) {
        Activations kept = next.since(logTime());
        activations.put(kind, kept);
        held.remove(kind);
        store.put(kind.code(), Json.MAPPER.writeValueAsString(kept));
        nextChange = first(listPending());
    }

    private Stream<Activation> listPending() {
        return activations.values().stream().flatMap(it -> it.listAfter(logTime()).stream());
    }

    private static long first(Stream<Activation> pending) {
        return pending.mapToLong(it -> it.from().toEpochMilli()).min().orElse(Long.MAX_VALUE);
    }

    /** When the next re-routing comes into force; {@link Long#MAX_VALUE} where none does. */
    long nextReroute() {
        return nextChange == Long.MAX_VALUE ? nextChange : first(listPending().filter(Activation::reroute));
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

    Optional<Activation> findActivation(ReferenceKind kind) {
        return activationsOf(kind).findAt(logTime());
    }

    @Override
    public Optional<String> findVersion(ReferenceKind kind) {
        return findActivation(kind).map(Activation::version);
    }

    @Override
    @SuppressWarnings("unchecked") // One kind is only ever parsed into one type within a service.
    public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
        Object known = held.get(kind);
        if (known == null) {
            String version = findVersion(kind).orElse(null);
            if (version == null) {
                return Optional.empty();
            }
            known = references.await(kind, version, parser);
            held.put(kind, known);
        }
        return Optional.of((T) known);
    }
}
