package io.gridwhistle.gateway.access;

import io.gridwhistle.gateway.door.Door;
import io.gridwhistle.gateway.door.Doors;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerToken;
import io.gridwhistle.log.web.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets nobody in by default: first the caller must be known, then in pace, then there must be a door, then it must be
 * one for this caller.
 */
@Component
@Order(0)
final class Gatekeeper implements WebFilter {
    private static final String KEY = "X-Api-Key";
    private static final Set<String> OPEN = Set.of(
            "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus");

    private final Credentials credentials;
    private final Pace pace;
    private final CallerToken tokens;
    private final InstantSource clock;

    Gatekeeper(Credentials credentials, Pace pace, CallerToken tokens, InstantSource clock) {
        this.credentials = credentials;
        this.pace = pace;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        if (OPEN.contains(path.value())) {
            return chain.filter(exchange);
        }
        Caller caller = identify(request);
        Door door = Doors.find(request.getMethod(), path)
                .orElseThrow(() -> noDoor(request.getMethod(), path, exchange.getResponse()));
        if (!door.admits(caller)) {
            throw ProblemException.forbidden("none of this credential's roles may do that");
        }
        door.let(exchange);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(it -> it.setPathPattern(door.path().getPatternString()));
        return chain.filter(exchange.mutate()
                .request(it -> it.headers(headers -> vouch(caller, headers)))
                .build());
    }

    private Caller identify(ServerHttpRequest request) {
        List<String> keys = request.getHeaders().getValuesAsList(KEY);
        Caller caller =
                credentials.find(keys.size() == 1 ? keys.getFirst() : null).orElseThrow(Refusals::unauthenticated);
        pace.waitOf(caller).ifPresent(wait -> {
            throw Refusals.tooFast(wait);
        });
        return caller;
    }

    private static ProblemException noDoor(HttpMethod method, PathContainer path, ServerHttpResponse response) {
        Set<HttpMethod> methods = Doors.methods(path);
        if (methods.isEmpty()) {
            return ProblemException.notFound("there is nothing at this path");
        }
        response.getHeaders().setAllow(methods);
        return Refusals.noSuchMethod(method.name());
    }

    private void vouch(Caller caller, HttpHeaders headers) {
        headers.remove(KEY);
        headers.set(CallerToken.HEADER, tokens.sign(caller, clock.instant()));
    }
}
