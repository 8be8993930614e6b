package io.gridwhistle.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One PostgreSQL server that keeps its data in a folder and listens on the loopback address. */
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts with what is in the folder if it was used before, also after a crash. */
    public static EmbeddedDatabase start(Path folder, int port) {
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(folder);
            endOrphan(data);
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    // A view is rebuilt from the log; losing its last half second costs that much reading again.
                    .setServerConfig("synchronous_commit", "off")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    /** A server whose parent was killed lives on and holds the folder. */
    private static void endOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid)
                .filter(process -> Arrays.stream(process.info().arguments().orElseGet(() -> new String[0]))
                        .anyMatch(argument -> argument.contains(data.toString())));
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("PostgreSQL (process %d) from an earlier start does not end".formatted(pid), e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
    }

    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
