package io.gridwhistle.local.traffic;

import io.gridwhistle.events.Json;
import io.gridwhistle.local.DemoCredentials;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Posts a file of reports through the HTTP door as one batch, and keeps every answer beside the state.
 *
 * <p>Case ids are derived from external ids, so a replay that is repeated makes no case twice.
 */
public final class Replay {
    private static final String ANSWERS = "answers.ndjson";
    private static final int EXAMPLES = 3;

    private final URI gateway;
    private final Path state;

    public Replay(URI gateway, Path state) {
        this.gateway = gateway;
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
        Path answers = state.resolve(ANSWERS + ".part");
        System.out.printf("posting %s …%n", reports);
        long start = System.nanoTime();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/cases/batch"))
                    .POST(BodyPublishers.ofFile(reports))
                    .header("X-Api-Key", DemoCredentials.PLATFORM)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Accept", "application/x-ndjson")
                    .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (var in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
                    var out = Files.newBufferedWriter(answers)) {
                Outcome outcome = read(in, out);
                out.close();
                answers = Files.move(answers, state.resolve(ANSWERS), StandardCopyOption.REPLACE_EXISTING);
                System.out.printf(
                        "%d accepted, %d refused %s in %.1f s; every answer is in %s%n",
                        outcome.accepted(),
                        outcome.refused(),
                        outcome.refusedByField(),
                        (System.nanoTime() - start) / 1e9,
                        answers);
                return outcome;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reports in %s could not be posted".formatted(reports), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while posting reports", e);
        }
    }

    private static Outcome read(BufferedReader in, BufferedWriter out) throws IOException {
        int accepted = 0;
        int shown = 0;
        var refused = new TreeMap<String, Integer>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.write(line);
            out.newLine();
            JsonNode answer = Json.MAPPER.readTree(line);
            if (answer.has("id")) {
                accepted++;
                continue;
            }
            refused.merge(answer.path("errors").path(0).path("pointer").asString("?"), 1, Integer::sum);
            if (shown++ < EXAMPLES) {
                System.out.println("  refused: " + answer.path("detail").asString());
            }
        }
        return new Outcome(accepted, refused);
    }
}
