package io.gridwhistle.escalation.policy;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.References;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Tells early that next year's holidays have to be published: until then deadlines in it are estimates. */
@Component
final class CalendarHorizon {
    private static final List<ReferenceKind> NEEDED =
            List.of(ReferenceKind.CITY, ReferenceKind.UNITS, ReferenceKind.CALENDARS, ReferenceKind.POLICIES);

    private final References references;

    CalendarHorizon(References references, MeterRegistry registry) {
        this.references = references;
        Gauge.builder("gridwhistle.calendar.published.days", this, CalendarHorizon::days)
                .description("Days to come whose holidays are published; none where no clock counts working time")
                .register(registry);
    }

    private double days() {
        if (NEEDED.stream().anyMatch(kind -> references.findActive(kind).isEmpty())) {
            return Double.NaN;
        }
        var timing = new Timing(
                references.active(ReferenceKind.CITY, CityReferences::city),
                references.active(ReferenceKind.UNITS, CityReferences::units),
                references.active(ReferenceKind.CALENDARS, CityReferences::calendars),
                references.active(ReferenceKind.POLICIES, CityReferences::policies));
        OptionalLong days = timing.findPublishedDays(LocalDate.now(timing.city().timeZone()));
        return days.isPresent() ? days.getAsLong() : Double.NaN;
    }
}
