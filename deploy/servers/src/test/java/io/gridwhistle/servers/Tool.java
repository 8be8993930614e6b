package io.gridwhistle.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that not every machine has. */
public final class Tool {
    private Tool() {}

    /** Skips the test, with a word, where the program is not installed; where all checks are asked for, the test fails. */
    public static Path require(String name) {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        return require(name, found);
    }

    /** The library by which a program is told another time than it is, in its threads as well. */
    public static Path requireFakeTime() throws IOException {
        try (var libraries = Files.find(
                Path.of("/usr/lib"), 4, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return require("libfaketime", libraries.findFirst());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The same of whatever has been looked for elsewhere. */
    public static Path require(String name, Optional<Path> found) {
        boolean allChecks = "1".equals(System.getenv("GRIDWHISTLE_ALL_CHECKS"));
        assertThat(found.isPresent() || !allChecks)
                .as("'%s' is not installed, and GRIDWHISTLE_ALL_CHECKS is 1", name)
                .isTrue();
        assumeTrue(found.isPresent(), "'%s' is not installed: not checked".formatted(name));
        return found.orElseThrow();
    }

    /** What it prints; the test fails where it says that something is wrong. */
    public static String run(Path tool, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s:%n%s", command, printed).isZero();
        return printed;
    }
}
