package io.gridwhistle.log.web;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the gateway found out.
 *
 * @param name of the credential, never a person's
 * @param platform that its reports are filed under, where it is a platform's
 * @param unit that it answers for, where it is a unit's
 * @param districts it may see and act in; {@code *} for all
 */
public record Caller(
        String name,
        Set<CallerRole> roles,
        @Nullable PlatformId platform,
        @Nullable UnitCode unit,
        Set<String> districts) {

    public static final String ALL_DISTRICTS = "*";

    public boolean is(CallerRole role) {
        return roles.contains(role);
    }

    public boolean mayActIn(@Nullable String district) {
        return districts.contains(ALL_DISTRICTS) || (district != null && districts.contains(district));
    }

    public Actor actor() {
        ActorKind kind =
                unit != null ? ActorKind.UNIT : is(CallerRole.OPERATOR) ? ActorKind.OPERATOR : ActorKind.PLATFORM;
        return new Actor(kind, name, unit);
    }
}
