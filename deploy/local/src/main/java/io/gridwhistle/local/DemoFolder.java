package io.gridwhistle.local;

import io.gridwhistle.local.demo.DemoCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo city's folder: written by its generator where it is not there yet. */
final class DemoFolder {
    private DemoFolder() {}

    static Path in(Path state) throws IOException {
        Path folder = state.resolve("demo-city");
        if (!Files.exists(folder.resolve("city.json"))) {
            Files.createDirectories(folder);
            DemoCity.writeTo(folder);
        }
        return folder;
    }
}
