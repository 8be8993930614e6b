package io.gridwhistle.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a city that was killed left running: PostgreSQL, and parts that were processes of their own. */
final class Orphans {
    private static final int GRACE_S = 30;

    private Orphans() {}

    /** Ends the processes that this state folder names and that work on it; another's process of the same number stays. */
    static void end(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(state, "*.pid")) {
            for (Path part : parts) {
                end(part, state);
            }
        }
        end(state.resolve(Part.DATABASE.label()).resolve("data").resolve("postmaster.pid"), state);
    }

    private static void end(Path pidFile, Path state) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid).filter(process -> worksOn(process, state));
        if (orphan.isEmpty()) {
            return;
        }
        System.err.printf("ending process %d, left by a city that was killed%n", pid);
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(GRACE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("process %d, left by a city that was killed, does not end".formatted(pid), e);
        }
    }

    private static boolean worksOn(ProcessHandle process, Path state) {
        String folder = state.toAbsolutePath().normalize().toString();
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.contains(folder));
    }
}
