package io.gridwhistle.benchmarks.load;

import java.net.URI;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The ceiling of single posts: Netty that reads the body and answers 202 with a small JSON, and does nothing else. */
record EmptyServer(DisposableServer server) implements AutoCloseable {
    private static final String ANSWER = """
            {"id":"0123456789abcdefghijklmnop","externalId":"load","status":"reported","links":{}}""";

    static EmptyServer start() {
        return new EmptyServer(HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .then(Mono.defer(() -> response.status(202)
                                .header("Content-Type", "application/json")
                                .sendString(Mono.just(ANSWER))
                                .then())))
                .bindNow());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
