package io.gridwhistle.log.web;

import io.gridwhistle.events.Json;
import java.time.Instant;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets nobody in whom the gateway has not vouched for; health and metrics are open to the machine's own network. */
final class CallerFilter implements WebFilter {
    static final String CONTEXT = RequestContext.class.getName();
    private static final String ACTUATOR = "/actuator/";

    private final CallerToken tokens;

    CallerFilter(CallerToken tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getPath().value().startsWith(ACTUATOR)) {
            return chain.filter(exchange);
        }
        String header = request.getHeaders().getFirst(CallerToken.HEADER);
        var caller =
                header == null ? null : tokens.verify(header, Instant.now()).orElse(null);
        if (caller == null) {
            return refuse(exchange.getResponse());
        }
        exchange.getAttributes()
                .put(CONTEXT, new RequestContext(caller, request.getHeaders().getFirst("traceparent")));
        return chain.filter(exchange);
    }

    private static Mono<Void> refuse(ServerHttpResponse response) {
        var problem = new ProblemException(
                401,
                "not-from-the-gateway",
                "Calls come through the gateway",
                "the request carries no valid " + CallerToken.HEADER,
                java.util.List.of(),
                null,
                null);
        response.setStatusCode(HttpStatusCode.valueOf(401));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = Json.MAPPER.writeValueAsBytes(Problem.of(problem));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
