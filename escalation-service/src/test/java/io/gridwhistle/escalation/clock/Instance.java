package io.gridwhistle.escalation.clock;

import io.gridwhistle.escalation.EscalationService;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.servers.Ports;
import io.gridwhistle.servers.TestGround;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An instance of the escalation service as a process of its own, which can be killed. */
final class Instance implements AutoCloseable {
    static final String DATABASE = "two_instances";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** By how much its clock is wrong, and the library that makes it so. */
    record Shift(Path library, String by) {}

    private final String name;
    private final Path folder;
    private final TestGround ground;
    private final @Nullable Shift shift;
    private int port;
    private Process process;

    private Instance(String name, Path folder, TestGround ground, @Nullable Shift shift) throws IOException {
        this.name = name;
        this.folder = folder;
        this.ground = ground;
        this.shift = shift;
        this.process = launch();
    }

    static Instance start(String name, Path folder, TestGround ground, @Nullable Shift shift) throws IOException {
        return new Instance(name, folder, ground, shift);
    }

    private Process launch() throws IOException {
        port = Ports.findFree();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "--enable-native-access=ALL-UNNAMED",
                        EscalationService.class.getName(),
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + ground.bootstrapServers(),
                        "--spring.r2dbc.url=r2dbc:postgresql://%s/%s?schema=escalation"
                                .formatted(ground.databaseAddress(), DATABASE),
                        "--spring.r2dbc.username=" + ground.user(),
                        "--spring.r2dbc.password=" + ground.password(),
                        "--spring.flyway.url=jdbc:postgresql://%s/%s".formatted(ground.databaseAddress(), DATABASE),
                        "--gridwhistle.caller-secret=known-to-this-test-alone-and-never-used",
                        "--gridwhistle.log.instance=" + name,
                        "--gridwhistle.log.partitions=" + BareLog.PARTITIONS,
                        "--gridwhistle.log.replicas=1",
                        "--gridwhistle.log.min-in-sync=1",
                        "--gridwhistle.log.state-folder=" + folder.resolve(name)))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        if (shift != null) {
            builder.environment().put("LD_PRELOAD", shift.library().toString());
            builder.environment().put("FAKETIME", shift.by());
            // Files keep their times: what is made in the test's folder is made now.
            builder.environment().put("NO_FAKE_STAT", "1");
        }
        return builder.start();
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    /** When it started, by its own clock. */
    Instant started() throws IOException, InterruptedException {
        String meters = HTTP.send(ask("prometheus"), BodyHandlers.ofString()).body();
        var start =
                Pattern.compile("(?m)^process_start_time_seconds\\S* (\\S+)$").matcher(meters);
        if (!start.find()) {
            throw new IllegalStateException("%s does not say when it started".formatted(name));
        }
        return Instant.ofEpochMilli((long) (Double.parseDouble(start.group(1)) * 1_000));
    }

    /** Errors: {@link IllegalStateException} with what it printed, where it has ended by itself. */
    boolean isReady() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(name, process.exitValue(), Files.readString(log())));
        }
        try {
            return HTTP.send(ask("health/readiness"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest ask(String what) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/%s".formatted(port, what)))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
