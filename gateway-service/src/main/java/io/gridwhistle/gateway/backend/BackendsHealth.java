package io.gridwhistle.gateway.backend;

import io.gridwhistle.events.Coded;
import io.gridwhistle.gateway.door.Backend;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The gateway is ready once all services are: then a case can go its way. */
@Configuration(proxyBeanMethods = false)
class BackendsHealth {
    private static final int READY = 200;

    @Bean
    CompositeReactiveHealthContributor backends(BackendSettings settings) {
        HttpClient client = HttpClient.create();
        Map<String, ReactiveHealthIndicator> indicators = Arrays.stream(Backend.values())
                .collect(Collectors.toMap(Coded::code, backend -> indicator(backend, client, settings)));
        return CompositeReactiveHealthContributor.fromMap(indicators, Function.identity());
    }

    private static ReactiveHealthIndicator indicator(Backend backend, HttpClient client, BackendSettings settings) {
        String readiness =
                settings.base(backend).resolve("/actuator/health/readiness").toString();
        Mono<Health> health = client.get()
                .uri(readiness)
                .response()
                .timeout(settings.readinessTimeout())
                .map(it -> it.status().code() == READY)
                // Whatever keeps it from answering, it is not ready; the reason may name an address and stays inside.
                .onErrorReturn(false)
                .map(ready -> (ready ? Health.up() : Health.outOfService()).build());
        return () -> health;
    }
}
