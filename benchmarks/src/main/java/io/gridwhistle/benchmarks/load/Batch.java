package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.Json;
import io.gridwhistle.local.DemoCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;

/**
 * Many reports in one request, and what came of them.
 *
 * @param elapsed from the request to the last answer
 */
record Batch(int accepted, List<String> refused, Duration elapsed) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Sends and receives at the same time, as a batch of any length needs. */
    static Batch post(URI gateway, List<Report> reports) {
        var lines = reports.stream().map(Batch::line).toList();
        long start = System.nanoTime();
        String answers = HttpClient.create()
                .headers(headers -> headers.set("X-Api-Key", DemoCredentials.PLATFORM)
                        .set("Content-Type", "application/x-ndjson")
                        .set("Accept", "application/x-ndjson"))
                .post()
                .uri(gateway.resolve("/api/v1/cases/batch"))
                .send(ByteBufFlux.fromInbound(Flux.fromIterable(lines)))
                .responseContent()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .block(PATIENCE);
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        var refused = String.valueOf(answers)
                .lines()
                .filter(line -> !Json.MAPPER.readTree(line).has("id"))
                .toList();
        int answered = (int) String.valueOf(answers).lines().count();
        return new Batch(answered - refused.size(), refused, elapsed);
    }

    private static byte[] line(Report report) {
        return (new String(report.json(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
