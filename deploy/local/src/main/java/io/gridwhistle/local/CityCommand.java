package io.gridwhistle.local;

import io.gridwhistle.local.traffic.Replay;
import io.gridwhistle.local.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code city}. */
@Command(
        name = "city",
        mixinStandardHelpOptions = true,
        version = "Gridwhistle 0.1",
        description = "Starts a whole city on this machine: Kafka, PostgreSQL, all services, boundaries, traffic.")
final class CityCommand implements Callable<Integer> {
    enum TrafficKind {
        demo,
        off
    }

    @Option(names = "--city", paramLabel = "FOLDER", description = "the city's data; without it the demo city")
    private @Nullable Path city;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            defaultValue = "deploy/local/state",
            description = "where everything is kept; a second start goes on from there (${DEFAULT-VALUE})")
    private Path state = Path.of("deploy/local/state");

    @Option(names = "--port", defaultValue = "8080", description = "of the gateway (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--services-from",
            defaultValue = "8081",
            description = "the services behind it take this port and the next three (${DEFAULT-VALUE})")
    private int servicesFrom;

    @Option(names = "--kafka-port", defaultValue = "19092", description = "of the broker (${DEFAULT-VALUE})")
    private int kafkaPort;

    @Option(names = "--postgres-port", defaultValue = "15432", description = "of PostgreSQL (${DEFAULT-VALUE})")
    private int postgresPort;

    @Option(
            names = "--traffic",
            description =
                    "${COMPLETION-CANDIDATES}: simulated platforms and departments; by default demo for the demo city, off for another")
    private @Nullable TrafficKind traffic;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "divides the durations of the policies and the departments' pace by this (${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--cases",
            paramLabel = "FILE.ndjson",
            description = "reports to post once the city is ready; by default the city folder's own, if it has any")
    private @Nullable Path cases;

    @Option(names = "--processes", description = "every part a process of its own, restarted when it ends")
    private boolean processes;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new CityCommand()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        check(speed > 0, "--speed: %s is not above 0".formatted(speed));
        check(city == null || Files.isRegularFile(city.resolve("city.json")), "--city: no city.json in " + city);
        check(cases == null || Files.isReadable(cases), "--cases: cannot be read: " + cases);
        var ports = new CityPorts(port, servicesFrom, kafkaPort, postgresPort);
        Orphans.end(state.toAbsolutePath().normalize());
        ports.findTaken().ifPresent(taken -> check(false, taken));
        Files.createDirectories(state);
        Path folder = city != null ? city : DemoFolder.in(state);
        boolean demo = traffic == null ? city == null : traffic == TrafficKind.demo;

        var plan = new CityPlan(state.toAbsolutePath().normalize(), folder, ports, speed);
        var over = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var running = new RunningCity(plan, processes)) {
            // Ctrl-C: what stands below ends from the inside out; the JVM waits for it here.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                running.stopStarting();
                over.countDown();
                awaitQuietly(ended);
            }));
            if (running.start()) {
                System.out.println(Welcome.text(plan));
                live(plan, folder, demo, over);
            }
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private void live(CityPlan plan, Path folder, boolean demo, CountDownLatch over) throws InterruptedException {
        try (var summary = LiveSummary.start(plan);
                var simulated = demo ? Traffic.start(plan) : null) {
            Path own = folder.resolve("cases.ndjson");
            if (cases != null) {
                new Replay(plan.gateway(), state).post(cases);
            } else if (Files.exists(own) && !Replay.wasPosted(state)) {
                new Replay(plan.gateway(), state).post(own);
            }
            over.await();
        }
    }

    private static void awaitQuietly(CountDownLatch ended) {
        try {
            ended.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(boolean holds, String otherwise) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
