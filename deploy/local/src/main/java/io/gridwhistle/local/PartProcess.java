package io.gridwhistle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part as a process of its own; when it ends by itself it is started again. */
final class PartProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartProcess.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int GRACE_S = 30;

    private final Part part;
    private final CityPlan plan;
    private final String secret;
    private volatile boolean closed;
    private volatile Process process;

    private PartProcess(Part part, CityPlan plan, String secret) {
        this.part = part;
        this.plan = plan;
        this.secret = secret;
        this.process = launch();
    }

    static PartProcess start(Part part, CityPlan plan, String secret) {
        var started = new PartProcess(part, plan, secret);
        started.awaitPort();
        Thread.ofVirtual().name("watch-" + part.label()).start(started::watch);
        return started;
    }

    private Process launch() {
        try {
            Path logs = Files.createDirectories(plan.state().resolve("logs"));
            var builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx512m",
                            "--enable-native-access=ALL-UNNAMED",
                            PartMain.class.getName(),
                            part.name(),
                            plan.state().toString(),
                            plan.folder().toString(),
                            Integer.toString(plan.ports().gateway()),
                            Integer.toString(plan.ports().servicesFrom()),
                            Integer.toString(plan.ports().kafka()),
                            Integer.toString(plan.ports().postgres())))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(
                            logs.resolve(part.label() + ".log").toFile()));
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            builder.environment().put(ServiceArguments.SECRET, secret);
            Process started = builder.start();
            Files.writeString(plan.state().resolve(part.label() + ".pid"), Long.toString(started.pid()));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started".formatted(part.label()), e);
        }
    }

    private void awaitPort() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", plan.ports().of(part)), 500);
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("%s ended while starting; see %s"
                            .formatted(part.label(), plan.state().resolve("logs")));
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("%s does not listen after %s".formatted(part.label(), PATIENCE));
    }

    private void watch() {
        try {
            while (true) {
                int exit = process.waitFor();
                if (closed) {
                    return;
                }
                LOG.warn("{} ended with {}; starting it again", part.label(), exit);
                TimeUnit.SECONDS.sleep(1);
                process = launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it without a word, with what it started itself. */
    void kill() {
        closed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        process.destroy();
        if (!process.waitFor(GRACE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
