package io.gridwhistle.gateway;

import io.gridwhistle.events.Json;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service that answers what it saw; a line of a batch it answers at once. */
final class StubService implements AutoCloseable {
    /** What a request looked like when it arrived; header names in lower case. */
    record Seen(String service, String method, String uri, Map<String, String> headers, long bodyBytes) {}

    private final String name;
    private final DisposableServer server;
    private final CountDownLatch asked;
    private final Sinks.Empty<Void> released = Sinks.empty();

    StubService(String name, int port) {
        this(name, port, 0);
    }

    /** @param longOnes questions that it is asked for before {@link #awaitAsked} goes on */
    StubService(String name, int port, int longOnes) {
        this.name = name;
        this.asked = new CountDownLatch(longOnes);
        server = HttpServer.create()
                .host("localhost")
                .port(port)
                .route(routes -> routes.post("/api/v1/cases/batch", StubService::eachLine)
                        .get("/api/v1/orders/never", (request, response) -> Mono.never())
                        .get("/api/v1/orders/broken", (request, response) -> breakOff(response))
                        .get(
                                "/api/v1/orders/headonly",
                                (request, response) -> response.header("Content-Length", "10")
                                        .sendHeaders()
                                        .then(breakOff(response)))
                        .get("/api/v1/grid-sets/v1/{long}", this::whenReleased)
                        .get(
                                "/api/v1/orders/unwell",
                                (request, response) -> response.status(503).send())
                        .route(any -> true, this::seen))
                .bindNow();
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    /** Until now, nobody is answered who asks for something long. */
    void release() {
        released.tryEmitEmpty().orThrow();
    }

    /** Waits until somebody has asked for something long. */
    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    private Publisher<Void> whenReleased(HttpServerRequest request, HttpServerResponse response) {
        asked.countDown();
        return released.asMono().thenMany(Flux.defer(() -> seen(request, response)));
    }

    private static Mono<Void> breakOff(HttpServerResponse response) {
        return Mono.fromRunnable(() -> response.withConnection(it -> {
            var unused = it.channel().close();
        }));
    }

    private static Publisher<Void> eachLine(HttpServerRequest request, HttpServerResponse response) {
        return response.header("Content-Type", "application/x-ndjson")
                .send(
                        request.receive()
                                .asString()
                                .map(it -> Unpooled.copiedBuffer("took " + it, StandardCharsets.UTF_8)),
                        buffer -> true);
    }

    private Publisher<Void> seen(HttpServerRequest request, HttpServerResponse response) {
        Map<String, String> headers = new TreeMap<>();
        request.requestHeaders()
                .forEach(it -> headers.merge(it.getKey().toLowerCase(Locale.ROOT), it.getValue(), "%s, %s"::formatted));
        return request.receive()
                .map(it -> (long) it.readableBytes())
                .reduce(0L, Long::sum)
                .flatMapMany(bytes -> response.header("Content-Type", "application/json")
                        .header("traceparent", "the service's own")
                        .sendString(Mono.just(Json.MAPPER.writeValueAsString(
                                new Seen(name, request.method().name(), request.uri(), headers, bytes)))));
    }
}
