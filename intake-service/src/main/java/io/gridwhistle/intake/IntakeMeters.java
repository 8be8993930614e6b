package io.gridwhistle.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Every meter that intake has beside those of the shell. */
@Component
public final class IntakeMeters {
    private final Counter linked;

    IntakeMeters(MeterRegistry registry) {
        linked = Counter.builder("gridwhistle.linker.linked")
                .description("Cases linked to an earlier report of the same thing")
                .register(registry);
    }

    public void linked(int cases) {
        linked.increment(cases);
    }
}
