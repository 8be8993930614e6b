package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL with PostGIS as Debian installs them, on a folder of its own that lives as long as this process. */
final class PostGisServer {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String EXTENSION = "/usr/share/postgresql/%s/extension/postgis.control";

    private static Optional<PostGisServer> running = Optional.empty();

    private final int port;

    /** The folder of the newest version's programs. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.filter(version -> Files.exists(Path.of(EXTENSION.formatted(version.getFileName()))))
                    .max(Comparator.comparing(
                            version -> Integer.valueOf(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started by the first who asks. */
    static synchronized PostGisServer get() {
        if (running.isEmpty()) {
            Path programs = programs().orElseThrow(() -> new IllegalStateException("PostGIS is not installed"));
            try {
                running = Optional.of(new PostGisServer(programs));
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start from " + programs, e);
            }
        }
        return running.get();
    }

    private PostGisServer(Path programs) throws IOException {
        port = Ports.findFree();
        Path data = Files.createTempDirectory("postgis");
        run(programs.resolve("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-N");
        String options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off".formatted(port)
                + " -c shared_buffers=256MB -c temp_buffers=512MB";
        Path control = programs.resolve("pg_ctl");
        run(control, "-w", "-D", data, "-l", data.resolve("log"), "-o", options, "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(control, data)));
    }

    /** Until it has done what it is asked; a server that it starts goes on. */
    private static void run(Path program, Object... arguments) throws IOException {
        var command = new ArrayList<String>();
        // It refuses to run as root, and need not: in a name space of its own root is nobody.
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.toString());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        try {
            int end = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (end != 0) {
                throw new IOException("%s ends with %d".formatted(command, end));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void end(Path control, Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            run(control, "-w", "-m", "immediate", "-D", data, "stop");
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + data, e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port);
    }
}
