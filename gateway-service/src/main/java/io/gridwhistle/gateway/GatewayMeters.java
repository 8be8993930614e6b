package io.gridwhistle.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Every meter of the gateway; requests and their times are in Spring's own {@code http.server.requests}. */
@Component
public final class GatewayMeters {
    private final MeterRegistry registry;

    GatewayMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A request that the gateway itself answered with a problem; {@code reason} is the tail of the problem's type. */
    public void refused(String reason) {
        Counter.builder("gridwhistle.gateway.refused")
                .tag("reason", reason)
                .baseUnit("requests")
                .description("Requests that the gateway refused; alert on backend-unreachable and backend-timeout")
                .register(registry)
                .increment();
    }

    /** Whether a service is cut off because it could not be reached. */
    public void cutOff(String backend, BooleanSupplier cutOff) {
        Gauge.builder("gridwhistle.gateway.backend.cut.off", cutOff, it -> it.getAsBoolean() ? 1 : 0)
                .tag("backend", backend)
                .description("1 while no request is passed to this service; alert on 1 for a minute")
                .strongReference(true)
                .register(registry);
    }
}
