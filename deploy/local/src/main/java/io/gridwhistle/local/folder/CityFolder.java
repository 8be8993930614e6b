package io.gridwhistle.local.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A whole city, ready to be written as a folder. */
public record CityFolder(
        City city,
        List<Unit> units,
        List<Responsibility> responsibilities,
        List<Policy> policies,
        String gridSetName,
        List<Cell> cells) {

    private static final JsonMapper JSON = FolderJson.mapper();

    /** Replaces the five files of the city in {@code folder}, which is created where it does not exist. */
    public void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("city.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(city) + "\n");
            writeLines(folder.resolve("units.json"), "[", units.stream(), "]");
            writeLines(folder.resolve("responsibilities.json"), "[", responsibilities.stream(), "]");
            writeLines(folder.resolve("policies.json"), "[", policies.stream(), "]");
            writeLines(
                    folder.resolve("grid-set.geojson"),
                    gridSetHead(),
                    cells.stream().map(Feature::of),
                    "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String gridSetHead() {
        return "{\"type\":\"FeatureCollection\",\"crs\":\"WGS84\",\"name\":%s,\"features\":["
                .formatted(JSON.writeValueAsString(gridSetName));
    }

    /** One element a line, so that a difference between two versions reads as the cells that differ. */
    private static void writeLines(Path file, String head, Stream<?> elements, String tail) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(head + "\n");
            for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
                out.write(JSON.writeValueAsString(each.next()));
                out.write(each.hasNext() ? ",\n" : "\n");
            }
            out.write(tail + "\n");
        }
    }
}
