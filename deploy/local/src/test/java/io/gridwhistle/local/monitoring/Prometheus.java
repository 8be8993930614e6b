package io.gridwhistle.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import io.gridwhistle.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A Prometheus of its own that scrapes a city every second, with the rules of {@code deploy/prometheus}. */
public final class Prometheus implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Prometheus scraping(Path folder, Path program, List<String> targets) throws IOException {
        int port = Ports.findFree();
        Path config = Files.writeString(folder.resolve("prometheus.yml"), config(targets));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(process, port);
    }

    /** The one in the repository, quicker and for other targets. */
    private static String config(List<String> targets) throws IOException {
        Path original = Deployed.folder("prometheus").resolve("prometheus.yml");
        String text = Files.readString(original);
        int list = text.indexOf("          - 127.0.0.1");
        assertThat(list).isPositive();
        return text.substring(0, list)
                        .replace("15s", "1s")
                        .replace("rules/*.yml", original.resolveSibling("rules") + "/*.yml")
                + targets.stream().map("          - %s\n"::formatted).collect(Collectors.joining());
    }

    /** The samples that a query has now; none as long as it does not answer. */
    public List<JsonNode> query(String promql) throws InterruptedException {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(promql, StandardCharsets.UTF_8));
        assertThat(answer.path("errorType").asString(""))
                .as("%s: %s", promql, answer)
                .isNotEqualTo("bad_data");
        return answer.path("data").path("result").valueStream().toList();
    }

    private JsonNode get(String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            // While it starts it says so, in plain words.
            return answer.statusCode() == 503 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.close();
    }
}
