package io.gridwhistle.gateway.trace;

import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request a trace and tells the caller which.
 *
 * <p>The gateway reports no span, so it passes the caller's on as its parent: a span of its own would be a gap.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter implements WebFilter {
    private static final String STATE = "tracestate";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<TraceParent> sent =
                TraceParent.parse(exchange.getRequest().getHeaders().getOrEmpty(TraceParent.HEADER));
        String trace = sent.orElseGet(TraceParent::begin).toString();

        ServerHttpResponse response = exchange.getResponse();
        // Last, since the service's own headers come on top of what is set before.
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(TraceParent.HEADER, trace)));
        return chain.filter(exchange.mutate()
                .request(it -> it.headers(headers -> pass(headers, trace, sent.isPresent())))
                .build());
    }

    private static void pass(HttpHeaders headers, String trace, boolean continued) {
        headers.set(TraceParent.HEADER, trace);
        if (!continued) {
            headers.remove(STATE);
        }
    }
}
