package io.gridwhistle.local.monitoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The folder {@code deploy/} of this repository. */
final class Deployed {
    private Deployed() {}

    static Path folder(String name) {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("deploy/prometheus"))) {
            here = Objects.requireNonNull(here.getParent());
        }
        return here.resolve("deploy").resolve(name).normalize();
    }
}
