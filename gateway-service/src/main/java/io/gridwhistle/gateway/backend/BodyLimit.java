package io.gridwhistle.gateway.backend;

import io.gridwhistle.gateway.door.Door;
import io.gridwhistle.log.web.ProblemException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds a request's body to what its door lets through, whether its length was announced or not. */
@Component
final class BodyLimit implements GlobalFilter, Ordered {
    private final BackendSettings.Limits limits;

    BodyLimit(BackendSettings settings) {
        limits = settings.limits();
    }

    /** Outside the breaker: a body that is too large or too slow is not the service's failure. */
    @Override
    public int getOrder() {
        return NettyRoutingFilter.ORDER - 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return switch (Door.of(exchange).load()) {
            case SMALL, SLOW ->
                whole(exchange.getRequest()).flatMap(body -> chain.filter(with(exchange, repeatable(exchange, body))));
            case LARGE -> chain.filter(with(exchange, counted(exchange.getRequest())));
            case STREAM -> chain.filter(exchange);
        };
    }

    private Mono<byte[]> whole(ServerHttpRequest request) {
        checkAnnounced(request, limits.body());
        return DataBufferUtils.join(
                        request.getBody(), Math.toIntExact(limits.body().toBytes()))
                .map(BodyLimit::drain)
                .timeout(limits.bodyTime())
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge(limits.body()))
                .onErrorMap(TimeoutException.class, e -> tooSlow())
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] drain(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** The HTTP client sends a request again where a pooled connection turns out to be closed. */
    private static Flux<DataBuffer> repeatable(ServerWebExchange exchange, byte[] body) {
        return body.length == 0
                ? Flux.empty()
                : Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
    }

    private Flux<DataBuffer> counted(ServerHttpRequest request) {
        DataSize limit = limits.largeBody();
        checkAnnounced(request, limit);
        AtomicLong bytes = new AtomicLong();
        return request.getBody().handle((buffer, next) -> {
            if (bytes.addAndGet(buffer.readableByteCount()) <= limit.toBytes()) {
                next.next(buffer);
            } else {
                DataBufferUtils.release(buffer);
                next.error(tooLarge(limit));
            }
        });
    }

    private static void checkAnnounced(ServerHttpRequest request, DataSize limit) {
        if (request.getHeaders().getContentLength() > limit.toBytes()) {
            throw tooLarge(limit);
        }
    }

    private static ServerWebExchange with(ServerWebExchange exchange, Flux<DataBuffer> body) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return body;
                    }
                })
                .build();
    }

    private static ProblemException tooLarge(DataSize limit) {
        String detail = "the body is larger than %d bytes".formatted(limit.toBytes());
        return new ProblemException(413, "content-too-large", "The body is too large", detail, List.of(), null, null);
    }

    private ProblemException tooSlow() {
        String detail = "the body did not come in within %s; nothing was passed on".formatted(limits.bodyTime());
        return new ProblemException(408, "body-too-slow", "The body came too slowly", detail, List.of(), null, null);
    }
}
