package io.gridwhistle.local;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A city at work: all its parts, started in order, stopped in the opposite one. */
public final class RunningCity implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningCity.class);

    private record Running(Part part, AutoCloseable handle) {}

    private final CityPlan plan;
    private final boolean processes;
    private final String secret = newSecret();
    private final Deque<Running> running = new ArrayDeque<>();
    private volatile boolean stopped;

    public RunningCity(CityPlan plan, boolean processes) {
        this.plan = plan;
        this.processes = processes;
    }

    public CityPlan plan() {
        return plan;
    }

    /** Starts every part, sees to the city's data, and returns when a case can go its way; false where it was stopped. */
    public boolean start() {
        DemoCredentials.write(plan);
        if (!plan.servers().own()) {
            CityDatabase.prepare(plan.servers());
        }
        for (Part part : parts()) {
            if (stopped) {
                return false;
            }
            startPart(part);
        }
        var api = new CityApi(plan.gateway(), DemoCredentials.OPERATOR);
        new CityLoader(plan, api).load();
        api.awaitReady();
        return !stopped;
    }

    /** A city that is being ended starts nothing more. */
    void stopStarting() {
        stopped = true;
    }

    /** Stops one part; the others see it go. */
    void stop(Part part) {
        Running found = running.stream()
                .filter(it -> it.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part.label() + " is not running"));
        running.remove(found);
        close(found);
    }

    void start(Part part) {
        startPart(part);
    }

    /** As if the power failed: every process at once, nobody is asked. */
    void killAll() {
        for (Running part : running) {
            if (part.handle() instanceof PartProcess process) {
                process.kill();
            }
        }
        running.clear();
    }

    /** Starts every part again and returns when a case can go its way. */
    void restartAll() {
        parts().forEach(this::startPart);
        new CityApi(plan.gateway(), DemoCredentials.OPERATOR).awaitReady();
    }

    private List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part -> plan.servers().own() || part.isService())
                .toList();
    }

    private void startPart(Part part) {
        long start = System.nanoTime();
        AutoCloseable handle = processes ? PartProcess.start(part, plan, secret) : PartRunner.start(part, plan, secret);
        running.push(new Running(part, handle));
        LOG.info("{} is up after {} ms", part.label(), (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private static void close(Running running) {
        try {
            running.handle().close();
        } catch (Exception e) {
            LOG.warn("{} did not end cleanly", running.part().label(), e);
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
