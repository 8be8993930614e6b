package io.gridwhistle.log.reference;

import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;

/**
 * A version that comes into force.
 *
 * @param id of the event that says so
 * @param reroute whether open cases that it concerns are routed anew
 */
public record Activation(EventId id, ReferenceKind kind, String version, Instant from, boolean reroute) {

    /** Never retroactively: what names a moment that has passed holds from its place in the log on. */
    public static Activation of(EventId id, ReferenceActivated event, Instant appended) {
        Instant from = event.from() == null || event.from().isBefore(appended) ? appended : event.from();
        return new Activation(id, event.kind(), event.version(), from, event.reroute());
    }
}
