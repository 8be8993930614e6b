package io.gridwhistle.gateway.backend;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.gridwhistle.gateway.GatewayMeters;
import io.gridwhistle.gateway.door.Backend;
import io.gridwhistle.gateway.door.Door;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leaves a service alone that cannot be reached or does not answer.
 *
 * <p>An answer is no failure whatever its status: a service that says 503 to a reader, its database being away, still
 * takes reports in. Those who only read have a breaker of their own: while a database hangs, and reads with it, reports
 * are still taken in.
 */
@Component
final class BackendBreaker implements GlobalFilter, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(BackendBreaker.class);

    private static final int TRIALS = 3;

    private record Use(Backend backend, boolean reads) {
        String code() {
            return reads ? backend.code() + "-reads" : backend.code();
        }
    }

    private final Map<Use, CircuitBreaker> breakers = new HashMap<>();
    private final Duration openFor;

    BackendBreaker(BackendSettings settings, GatewayMeters meters) {
        openFor = settings.breaker().openFor();
        CircuitBreakerConfig config = config(settings.breaker(), settings.limits());
        for (Backend backend : Backend.values()) {
            for (boolean reads : new boolean[] {true, false}) {
                var use = new Use(backend, reads);
                CircuitBreaker breaker = CircuitBreaker.of(use.code(), config);
                breaker.getEventPublisher().onStateTransition(it -> LOG.warn("{} service: {}", use.code(), it));
                meters.cutOff(use.code(), () -> breaker.getState() == CircuitBreaker.State.OPEN);
                breakers.put(use, breaker);
            }
        }
    }

    private static CircuitBreakerConfig config(BackendSettings.Breaker settings, BackendSettings.Limits limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(Math.min(TRIALS, settings.minimumCalls()))
                // A batch whose sender is silent must not stay the trial for ever.
                .maxWaitDurationInHalfOpenState(limits.answerTime().plus(settings.openFor()))
                .recordException(BackendProblems::isFailure)
                .ignoreException(e -> !BackendProblems.isFailure(e))
                .build();
    }

    /** Next to the routing filter, which is done once the answer's head is there: a long answer holds nothing up. */
    @Override
    public int getOrder() {
        return NettyRoutingFilter.ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Backend backend = Door.of(exchange).backend();
        boolean reads = HttpMethod.GET.equals(exchange.getRequest().getMethod());
        CircuitBreaker breaker = Objects.requireNonNull(breakers.get(new Use(backend, reads)));
        return chain.filter(exchange)
                .onErrorMap(e -> BackendProblems.of(backend, e))
                .doOnError(BackendProblems::isFailure, e -> LOG.warn("{}{}", exchange.getLogPrefix(), cause(e)))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        CallNotPermittedException.class,
                        e -> BackendProblems.away(backend, "backend-unavailable", "is not available", openFor, null));
    }

    private static String cause(Throwable e) {
        return e.getMessage() + ": " + e.getCause();
    }
}
