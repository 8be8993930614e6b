package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.grid.GridSetFinding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of boundaries that are posted or put in force. */
@Component
final class GridSetMeters {
    private final MeterRegistry registry;

    GridSetMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void checked(List<GridSetFinding> findings, Duration took) {
        Timer.builder("gridwhistle.grid.set.check")
                .description("Reading, repairing and proving boundaries")
                .tag("outcome", findings.isEmpty() ? "proven" : "refused")
                .register(registry)
                .record(took);
        findings.forEach(found -> Counter.builder("gridwhistle.grid.set.findings")
                .description("What was found in boundaries that were refused")
                .tag("kind", found.kind().code())
                .register(registry)
                .increment());
    }
}
