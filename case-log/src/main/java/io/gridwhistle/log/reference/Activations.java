package io.gridwhistle.log.reference;

import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was, is and will be in force of one kind of reference.
 *
 * <p>At any moment it is the activation with the latest moment that has come; of two with the same moment, the later one in
 * the log. So one that is appended later, but comes into force earlier, holds until the other's moment.
 *
 * @param inOrder as they come into force
 */
public record Activations(List<Activation> inOrder) {
    public static final Activations NONE = new Activations(List.of());

    public Activations {
        inOrder = List.copyOf(inOrder);
    }

    /** With one more, which stands in the log behind all that are here; the same one again is nothing new. */
    public Activations with(Activation next) {
        var all = new ArrayList<>(without(next.id()).inOrder);
        int at = all.size();
        while (at > 0 && all.get(at - 1).from().isAfter(next.from())) {
            at--;
        }
        all.add(at, next);
        return new Activations(all);
    }

    public Activations without(EventId id) {
        return new Activations(
                inOrder.stream().filter(it -> !it.id().equals(id)).toList());
    }

    public Optional<Activation> find(EventId id) {
        return inOrder.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What is in force at a moment. */
    public Optional<Activation> findAt(Instant at) {
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            if (!inOrder.get(i).from().isAfter(at)) {
                return Optional.of(inOrder.get(i));
            }
        }
        return Optional.empty();
    }

    /** What comes into force after a moment, the soonest first. */
    public List<Activation> listAfter(Instant at) {
        return inOrder.stream().filter(it -> it.from().isAfter(at)).toList();
    }

    /**
     * Without what is long superseded at a moment. The one before the one in force stays: an activation that is taken back
     * in the moment it comes into force leaves the partitions of the log of one mind.
     */
    public Activations since(Instant at) {
        int inForce = inOrder.size() - listAfter(at).size() - 1;
        return inForce < 2 ? this : new Activations(inOrder.subList(inForce - 1, inOrder.size()));
    }
}
