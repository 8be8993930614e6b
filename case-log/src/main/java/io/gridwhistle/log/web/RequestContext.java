package io.gridwhistle.log.web;

import io.gridwhistle.events.Actor;
import org.jspecify.annotations.Nullable;

/** Who calls, and the trace the call belongs to (W3C {@code traceparent}). */
public record RequestContext(Caller caller, @Nullable String traceparent) {
    /** Errors: a 403 problem for whoever may not act in the whole city. */
    public void requireWholeCity() {
        if (!caller.mayActIn(null)) {
            throw ProblemException.forbidden("this holds for the whole city, and the credential for some districts");
        }
    }

    public Actor actor() {
        return caller.actor();
    }
}
