package io.gridwhistle.city.grid;

import io.gridwhistle.events.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Copies a grid set a feature at a time, with other ground for some cells, and with what was done to it as {@code repairs}. */
final class RepairedGeoJson {
    static final String REPAIRS = "repairs";

    private final Map<Integer, Geometry> grounds;
    private final List<GridSetRepair> repairs;
    private final JsonParser in;
    private final JsonGenerator out;
    private @Nullable JsonNode before;

    private RepairedGeoJson(
            Map<Integer, Geometry> grounds, List<GridSetRepair> repairs, JsonParser in, JsonGenerator out) {
        this.grounds = grounds;
        this.repairs = repairs;
        this.in = in;
        this.out = out;
    }

    /** Of a document that was read as a grid set before. */
    static void write(
            InputStream geoJson, Map<Integer, Geometry> grounds, List<GridSetRepair> repairs, OutputStream to) {
        try (JsonParser in = Json.MAPPER.createParser(geoJson);
                JsonGenerator out = Json.MAPPER.createGenerator(to)) {
            new RepairedGeoJson(grounds, repairs, in, out).writeAll();
        }
    }

    static List<JsonNode> repairsIn(InputStream geoJson) {
        try (JsonParser in = Json.MAPPER.createParser(geoJson)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals(REPAIRS)) {
                    return List.copyOf(GridSetReader.ELEMENTS
                            .readTree(in)
                            .path("features")
                            .valueStream()
                            .toList());
                }
                in.skipChildren();
            }
        }
        return List.of();
    }

    private void writeAll() {
        in.nextToken();
        out.writeStartObject();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case REPAIRS -> before = GridSetReader.ELEMENTS.readTree(in);
                case "features" -> writeFeatures();
                default -> {
                    out.writeName(name);
                    out.copyCurrentStructure(in);
                }
            }
        }
        writeRepairs();
        out.writeEndObject();
    }

    private void writeFeatures() {
        out.writeName("features");
        out.writeStartArray();
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            Geometry ground = grounds.get(i);
            if (ground == null) {
                out.copyCurrentStructure(in);
            } else {
                ObjectNode feature = GridSetReader.ELEMENTS.readTree(in).asObject();
                feature.set("geometry", Json.MAPPER.valueToTree(GeoJson.write(ground)));
                out.writeTree(feature);
            }
            out.writeRaw('\n');
        }
        out.writeEndArray();
    }

    /** After those of an earlier repair that the document came with. */
    private void writeRepairs() {
        out.writeName(REPAIRS);
        out.writeStartObject();
        out.writeName("type");
        out.writeString("FeatureCollection");
        out.writeName("features");
        out.writeStartArray();
        if (before != null) {
            before.path("features").forEach(out::writeTree);
        }
        repairs.forEach(repair -> out.writePOJO(feature(repair)));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static Map<String, Object> feature(GridSetRepair repair) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kind", repair.kind());
        properties.put("cells", repair.cells());
        properties.put("squareMetres", repair.squareMetres());
        properties.put("metresWide", repair.metresWide());
        properties.put("detail", repair.detail());
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("geometry", GeoJson.write(repair.where()));
        feature.put("properties", properties);
        return feature;
    }
}
