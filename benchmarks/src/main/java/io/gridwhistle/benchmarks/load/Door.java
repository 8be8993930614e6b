package io.gridwhistle.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An HTTP server as one credential reaches it; as many connections as there are callers at a time. */
final class Door {
    /** The status of a request that was not answered at all. */
    static final int NO_ANSWER = 0;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final String key;

    Door(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    record Answer(int status, byte[] body) {
        boolean isOk() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, byte[] json) {
        return call("POST", path, BodyPublishers.ofByteArray(json));
    }

    private Answer call(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body)
                .header("X-Api-Key", key)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(NO_ANSWER, e.toString().getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in %s %s".formatted(method, path), e);
        }
    }
}
