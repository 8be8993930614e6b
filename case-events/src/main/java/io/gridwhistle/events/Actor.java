package io.gridwhistle.events;

import io.gridwhistle.events.id.UnitCode;
import org.jspecify.annotations.Nullable;

/** Who did it: the name of a credential or of a service, never a person's. */
public record Actor(ActorKind kind, String name, @Nullable UnitCode unit) {
    public static Actor system(String service) {
        return new Actor(ActorKind.SYSTEM, service, null);
    }
}
