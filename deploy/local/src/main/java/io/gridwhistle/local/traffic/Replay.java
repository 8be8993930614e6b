package io.gridwhistle.local.traffic;

import io.gridwhistle.events.Json;
import io.gridwhistle.local.DemoCredentials;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Posts a file of reports through the HTTP door in batches, and keeps every answer beside the state.
 *
 * <p>Case ids are derived from external ids, so a replay that is repeated makes no case twice. The client used here sends
 * a whole body before it reads answers; slices keep the answers of one within what a connection can hold.
 */
public final class Replay {
    private static final String ANSWERS = "answers.ndjson";
    private static final int SLICE = 1_000;
    private static final int EXAMPLES = 3;

    private final URI batch;
    private final Path state;
    private final Map<String, Integer> refused = new TreeMap<>();
    private int accepted;

    public Replay(URI gateway, Path state) {
        this.batch = gateway.resolve("/api/v1/cases/batch");
        this.state = state;
    }

    /** How many lines were accepted, and how many refused for which field. */
    public record Outcome(int accepted, Map<String, Integer> refusedByField) {
        public int refused() {
            return refusedByField.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Whether a replay of this state went through to its end. */
    public static boolean wasPosted(Path state) {
        return Files.exists(state.resolve(ANSWERS));
    }

    public Outcome post(Path reports) {
        System.out.printf("posting %s …%n", reports);
        long start = System.nanoTime();
        Path part = state.resolve(ANSWERS + ".part");
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                BufferedReader in = Files.newBufferedReader(reports)) {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                for (List<String> slice = next(in); !slice.isEmpty(); slice = next(in)) {
                    post(client, slice, out);
                }
            }
            Path answers = Files.move(part, state.resolve(ANSWERS), StandardCopyOption.REPLACE_EXISTING);
            var outcome = new Outcome(accepted, refused);
            System.out.printf(
                    "%d accepted, %d refused %s in %.1f s; every answer is in %s%n",
                    accepted, outcome.refused(), refused, (System.nanoTime() - start) / 1e9, answers);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("the reports in %s could not be posted".formatted(reports), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while posting reports", e);
        }
    }

    private static List<String> next(BufferedReader in) throws IOException {
        var slice = new ArrayList<String>(SLICE);
        for (String line = null; slice.size() < SLICE && (line = in.readLine()) != null; ) {
            slice.add(line);
        }
        return slice;
    }

    private void post(HttpClient client, List<String> slice, BufferedWriter out)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(batch)
                .POST(BodyPublishers.ofString(String.join("\n", slice)))
                .header("X-Api-Key", DemoCredentials.PLATFORM)
                .header("Content-Type", "application/x-ndjson")
                .timeout(Duration.ofMinutes(2))
                .build();
        HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
        List<String> answers = response.body().toList();
        if (response.statusCode() != 200) {
            throw new IOException("the batch was refused with %d: %s".formatted(response.statusCode(), answers));
        }
        for (String answer : answers) {
            out.write(answer);
            out.newLine();
            count(Json.MAPPER.readTree(answer));
        }
    }

    private void count(JsonNode answer) {
        if (answer.has("id")) {
            accepted++;
            return;
        }
        refused.merge(answer.path("errors").path(0).path("pointer").asString("?"), 1, Integer::sum);
        if (refused.values().stream().mapToInt(Integer::intValue).sum() <= EXAMPLES) {
            System.out.println("  refused: " + answer.path("detail").asString());
        }
    }
}
