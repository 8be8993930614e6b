package io.gridwhistle.local.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A line of {@code cases.ndjson}; {@code occurredAt} is an RFC 3339 time with offset. */
public record Report(
        String externalId,
        String channel,
        String classCode,
        String title,
        @Nullable Location location,
        String occurredAt) {

    private static final JsonMapper JSON = FolderJson.mapper();

    /** A point in the named reference system. */
    public record Location(String crs, double lon, double lat) {}

    public static void writeAll(List<Report> reports, Path folder) {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("cases.ndjson"))) {
            for (Report report : reports) {
                out.write(JSON.writeValueAsString(report));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
