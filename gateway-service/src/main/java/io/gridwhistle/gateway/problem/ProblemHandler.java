package io.gridwhistle.gateway.problem;

import io.gridwhistle.events.Json;
import io.gridwhistle.gateway.GatewayMeters;
import io.gridwhistle.log.web.Problem;
import io.gridwhistle.log.web.ProblemException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers whatever goes wrong in the gateway with a problem detail that says nothing about the inside. */
@Component
@Order(-2)
final class ProblemHandler implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final GatewayMeters meters;

    ProblemHandler(GatewayMeters meters) {
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // The connection is closed, so that the caller sees that the answer is not whole.
            return Mono.error(error);
        }
        ProblemException problem = problem(exchange, error);
        meters.refused(problem.type());
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.clearContentHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "ApiKey");
        }
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(Problem.of(problem));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static ProblemException problem(ServerWebExchange exchange, Throwable error) {
        return switch (error) {
            case ProblemException own -> own;
            case ErrorResponse known ->
                new ProblemException(
                        known.getStatusCode().value(),
                        "http-" + known.getStatusCode().value(),
                        "The request failed",
                        "the gateway could not take the request",
                        List.of(),
                        null,
                        error);
            default -> {
                LOG.error("{}a request failed in the gateway", exchange.getLogPrefix(), error);
                yield new ProblemException(
                        500,
                        "internal-error",
                        "The request failed",
                        "the request could not be carried out; it was logged",
                        List.of(),
                        null,
                        error);
            }
        };
    }
}
