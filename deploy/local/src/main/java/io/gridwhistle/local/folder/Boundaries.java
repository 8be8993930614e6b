package io.gridwhistle.local.folder;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code grid-set.geojson} says.
 *
 * @param repairUpToMetres the width of gaps and overlaps that are to be mended when it is published
 * @param enclaves ground within the city's border that is not the city's
 */
public record Boundaries(String name, @Nullable Integer repairUpToMetres, List<Cell> cells, List<Enclave> enclaves) {

    private static final JsonMapper JSON = FolderJson.mapper();

    public static Boundaries of(String name, List<Cell> cells) {
        return new Boundaries(name, null, cells, List.of());
    }

    public byte[] geoJson() {
        StringWriter text = new StringWriter();
        try {
            writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    void writeTo(Writer out) throws IOException {
        String repair = repairUpToMetres == null ? "" : "\"repairUpToMetres\":%d,".formatted(repairUpToMetres);
        String head = "{\"type\":\"FeatureCollection\",\"crs\":\"WGS84\",%s\"name\":%s,\"features\":["
                .formatted(repair, JSON.writeValueAsString(name));
        Lines.write(
                out,
                head,
                Stream.concat(cells.stream().map(Feature::of), enclaves.stream().map(Feature::of)),
                "]}");
    }
}
