package io.gridwhistle.local.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole city, ready to be written as a folder.
 *
 * @param calendars the file as it stands: published data, each part with its source
 */
public record CityFolder(
        City city,
        List<Unit> units,
        List<Responsibility> responsibilities,
        List<Policy> policies,
        String calendars,
        Boundaries boundaries) {

    private static final JsonMapper JSON = FolderJson.mapper();

    /** Replaces the six files of the city in {@code folder}, which is created where it does not exist. */
    public void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("city.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(city) + "\n");
            writeArray(folder.resolve("units.json"), units);
            writeArray(folder.resolve("responsibilities.json"), responsibilities);
            writeArray(folder.resolve("policies.json"), policies);
            Files.writeString(folder.resolve("calendars.json"), calendars);
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("grid-set.geojson"))) {
                boundaries.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeArray(Path file, List<?> elements) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            Lines.write(out, "[", elements.stream(), "]");
        }
    }
}
