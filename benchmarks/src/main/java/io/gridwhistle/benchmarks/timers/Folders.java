package io.gridwhistle.benchmarks.timers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders of a run: how much is in them, and away with them. */
final class Folders {
    private Folders() {}

    /** Of all files under folders of this name. */
    static long bytesUnder(Path folder, String name) throws IOException {
        var under = folder.getFileSystem().getPathMatcher("glob:**/" + name + "/*");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(under::matches)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
