package io.gridwhistle.gateway.access;

import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of the credentials file; checked in whole, so that none half right comes into force. */
record Credential(
        String name,
        String sha256,
        Set<CallerRole> roles,
        @Nullable PlatformId platform,
        @Nullable UnitCode unit,
        Set<String> districts) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    Credential {
        require(name != null && NAME.matcher(name).matches(), "name does not match " + NAME);
        require(sha256 != null && SHA256.matcher(sha256).matches(), "sha256 is not 64 lower-case hexadecimal digits");
        require(roles != null && !roles.isEmpty(), "roles names none of platform, unit, operator, auditor");
        require(districts != null && !districts.isEmpty(), "districts names none; [\"*\"] stands for all");
        require(roles.contains(CallerRole.PLATFORM) == (platform != null), "platform goes with the role platform");
        require(roles.contains(CallerRole.UNIT) == (unit != null), "unit goes with the role unit");
        if (!districts.equals(Set.of(Caller.ALL_DISTRICTS))) {
            districts.forEach(DistrictCode::new);
        }
        roles = Set.copyOf(roles);
        districts = Set.copyOf(districts);
    }

    Caller caller() {
        return new Caller(name, roles, platform, unit, districts);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
