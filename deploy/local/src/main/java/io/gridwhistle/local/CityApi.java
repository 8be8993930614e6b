package io.gridwhistle.local;

import io.gridwhistle.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The city's HTTP door, with one credential. */
public final class CityApi {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int UNAVAILABLE = 503;

    private final URI gateway;
    private final String key;

    public CityApi(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** An answer whose status the caller looks at. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {
        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    public Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody(), "application/json");
    }

    public Answer post(String path, Object body) {
        return call("POST", path, json(body), "application/json");
    }

    Answer put(String path, Object body) {
        return call("PUT", path, json(body), "application/json");
    }

    Answer delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody(), "application/json");
    }

    /** A request that is repeated while the door says to come back. Errors: {@link IllegalStateException} on a refusal. */
    JsonNode insist(String method, String path, byte[] body) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = call(method, path, BodyPublishers.ofByteArray(body), "application/json");
            if (answer.isOk()) {
                return answer.body();
            }
            if (answer.status() != UNAVAILABLE || System.nanoTime() > until) {
                throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.status(), answer.body()));
            }
            pause();
        }
    }

    void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (get("/actuator/health/readiness").status() != 200) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the city is not ready: " + get("/actuator/health/readiness"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the city", e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
    }

    private Answer call(String method, String path, BodyPublisher body, String type) {
        HttpResponse<byte[]> response = send(method, path, body, type);
        return new Answer(
                response.statusCode(),
                response.body().length == 0 ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(response.body()),
                response.headers());
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String type) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, body)
                .header("X-Api-Key", key)
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in %s %s".formatted(method, path), e);
        }
    }
}
