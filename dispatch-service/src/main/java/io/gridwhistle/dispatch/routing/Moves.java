package io.gridwhistle.dispatch.routing;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.UnitCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an open case goes to somebody else under other boundaries: for the decider, and for whoever asks beforehand. */
public final class Moves {
    private Moves() {}

    /**
     * Who is asked next; empty where the case stays. It stays where the same unit at the same desk owns the place, however
     * far the case has gone from there by returns or up the ladder, where nobody is left to ask, and where the other
     * boundaries leave the place out.
     *
     * @param was by which the case has been dispatched
     * @param lead who has it now
     * @param spent units that had it before and are not asked again
     * @param is what the other boundaries say, as of the same moment: whose turn it is where a lead rotates is no matter of
     *     boundaries
     */
    public static Optional<Addressee> find(
            RoutingDecision was, @Nullable Addressee lead, Collection<UnitCode> spent, RoutingDecision is) {
        Optional<Addressee> owner = is.findLead(List.of());
        return owner.isEmpty()
                        || is.path().isEmpty()
                        || isSame(owner.get(), was.findLead(List.of()).orElse(null))
                ? Optional.empty()
                : is.findLead(spent).filter(next -> !isSame(next, lead));
    }

    private static boolean isSame(Addressee one, @Nullable Addressee other) {
        return other != null
                && one.unit().equals(other.unit())
                && one.desk().equals(other.desk())
                && one.district().equals(other.district());
    }
}
