package io.gridwhistle.dispatch.reference;

import io.gridwhistle.events.Coded;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.Activations;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a version.
 *
 * @param since it was last put in force; absent where it never was
 * @param until another took its place; absent where none has
 * @param toCome when it will come into force, the soonest first
 */
record VersionState(
        String version,
        State state,
        @Nullable Instant since,
        @Nullable Instant until,
        List<ToCome> toCome) {

    enum State implements Coded {
        ACTIVE,
        SCHEDULED,
        SUPERSEDED,
        /** Proven and kept, and never in force. */
        CHECKED
    }

    record ToCome(Instant from, boolean reroute) {}

    /** All versions: the one in force, those to come, those that were, the latest first, and those that are checked and wait. */
    static List<VersionState> list(Collection<String> versions, Activations activations, Instant now) {
        return versions.stream()
                .map(version -> of(version, activations, now))
                .sorted(Comparator.comparing(VersionState::state)
                        .thenComparing(
                                it -> it.toCome().isEmpty()
                                        ? null
                                        : it.toCome().getFirst().from(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(VersionState::since, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(VersionState::version))
                .toList();
    }

    private static VersionState of(String version, Activations activations, Instant now) {
        List<Activation> toCome = activations.listAfter(now);
        List<Activation> past =
                activations.inOrder().subList(0, activations.inOrder().size() - toCome.size());
        List<ToCome> coming = toCome.stream()
                .filter(it -> it.version().equals(version))
                .map(it -> new ToCome(it.from(), it.reroute()))
                .toList();
        Instant since = null;
        Instant until = null;
        for (Activation activation : past) {
            if (!activation.version().equals(version)) {
                until = until == null && since != null ? activation.from() : until;
            } else if (since == null || until != null) {
                since = activation.from();
                until = null;
            }
        }
        State state = since != null && until == null
                ? State.ACTIVE
                : !coming.isEmpty() ? State.SCHEDULED : since != null ? State.SUPERSEDED : State.CHECKED;
        return new VersionState(version, state, since, until, coming);
    }
}
