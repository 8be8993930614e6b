package io.gridwhistle.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code docs/partner/OrderBook.java} as a process: on its class path are case-events and what that needs, nothing else. */
final class PartnersProgram {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLED = 128 + 9;
    private static final Path PROJECT = Path.of("../..");

    private final String bootstrapServers;
    private final String topic;
    private final Path book;
    private @Nullable Process process;

    PartnersProgram(String bootstrapServers, String topic, Path book) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.book = book;
    }

    /** It writes its book anew after every so many records. */
    PartnersProgram startReading(int recordsAtATime) throws IOException {
        Path settings = book.resolveSibling("client.properties");
        Files.writeString(settings, "max.poll.records=" + recordsAtATime);
        Path events = PROJECT.resolve("case-events/target");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        events.resolve("classes") + ":" + Files.readString(events.resolve("class-path.txt")),
                        PROJECT.resolve("docs/partner/OrderBook.java").toString(),
                        bootstrapServers,
                        topic,
                        book.toString(),
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output().toFile()));
        builder.environment().remove("CLASSPATH");
        process = builder.start();
        return this;
    }

    private Path output() {
        return book.resolveSibling(book.getFileName() + ".out");
    }

    /** With SIGKILL, once its book holds so much of the topic; it is at the next records by then. */
    void killAt(long offset) throws InterruptedException {
        await(offset);
        running().destroyForcibly();
        assertThat(running().waitFor()).isEqualTo(KILLED);
    }

    /** Once its book holds so much and it has printed it; what it has said since it was first started. */
    String endAt(long offset) throws InterruptedException, IOException {
        await(offset);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.readString(output()).contains("orders are open"));
        running().destroy();
        running().waitFor();
        return Files.readString(output());
    }

    private void await(long offset) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            assertThat(running().isAlive()).as(() -> said()).isTrue();
            return read().path("offsets").path("0").asLong(0) >= offset;
        });
    }

    private String said() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() {
        return Objects.requireNonNull(process);
    }

    /** Order by order where it stands, {@code ^} where the case went up past an open one. */
    Map<String, String> book() throws IOException {
        var stands = new TreeMap<String, String>();
        read().path("orders").properties().forEach(it -> {
            String status = it.getValue().path("status").asString();
            boolean open = status.equals("issued") || status.equals("acknowledged");
            stands.put(it.getKey(), status + (open && it.getValue().has("escalatedTo") ? "^" : ""));
        });
        return stands;
    }

    private JsonNode read() throws IOException {
        return Files.exists(book) ? Json.MAPPER.readTree(Files.readAllBytes(book)) : Json.MAPPER.createObjectNode();
    }
}
