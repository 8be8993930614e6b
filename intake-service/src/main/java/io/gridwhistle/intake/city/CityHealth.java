package io.gridwhistle.intake.city;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.References;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once there is a city to report into. */
@Component("city")
final class CityHealth implements HealthIndicator {
    private final References references;

    CityHealth(References references) {
        this.references = references;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (ReferenceKind kind : ReferenceKind.values()) {
            boolean there = references.findActive(kind).isPresent();
            health.withDetail(kind.code(), there);
            if (!there) {
                health.outOfService();
            }
        }
        return health.build();
    }
}
