package io.gridwhistle.log.web;

import io.gridwhistle.events.Actor;
import org.jspecify.annotations.Nullable;

/** Who calls, and the trace the call belongs to (W3C {@code traceparent}). */
public record RequestContext(Caller caller, @Nullable String traceparent) {
    public Actor actor() {
        return caller.actor();
    }
}
