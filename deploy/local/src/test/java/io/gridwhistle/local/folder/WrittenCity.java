package io.gridwhistle.local.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city folder as a test reads it back, independently of the code that wrote it. */
public final class WrittenCity {

    private static final JsonMapper JSON = new JsonMapper();
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Path folder;
    private final Map<String, WrittenCell> cells = new LinkedHashMap<>();

    public WrittenCity(Path folder) {
        this.folder = folder;
        for (JsonNode feature : read("grid-set.geojson").get("features")) {
            if (feature.get("properties").has("declares")) {
                continue;
            }
            WrittenCell cell = new WrittenCell(feature.get("properties"), shape(feature.get("geometry")));
            cells.put(cell.code(), cell);
        }
    }

    public record WrittenCell(JsonNode properties, Geometry shape) {

        public String code() {
            return properties.get("code").asString();
        }

        public String level() {
            return properties.get("level").asString();
        }

        public String chief() {
            return properties.get("chief").asString();
        }

        public Optional<String> parent() {
            return text("parent");
        }

        public Optional<String> text(String property) {
            return properties.has(property)
                    ? Optional.of(properties.get(property).asString())
                    : Optional.empty();
        }
    }

    public WrittenCell cell(String code) {
        return Optional.ofNullable(cells.get(code)).orElseThrow();
    }

    public Stream<WrittenCell> cells() {
        return cells.values().stream();
    }

    /** The cells that partition the city: all but the exclusive ones and what lies in those. */
    public Stream<WrittenCell> ordinaryCells() {
        return cells().filter(this::isOrdinary);
    }

    public Map<String, List<WrittenCell>> ordinaryCellsByParent() {
        return ordinaryCells()
                .filter(cell -> cell.parent().isPresent())
                .collect(Collectors.groupingBy(cell -> cell.parent().orElseThrow()));
    }

    private boolean isOrdinary(WrittenCell cell) {
        return !cell.properties().has("exclusive")
                && cell.parent().map(parent -> isOrdinary(cell(parent))).orElse(true);
    }

    public List<String> codes(String file) {
        return texts(read(file), "code");
    }

    public static List<String> texts(JsonNode array, String property) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.get(property).asString())
                .toList();
    }

    public JsonNode read(String file) {
        return JSON.readTree(folder.resolve(file).toFile());
    }

    public static Geometry shape(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        if (geometry.get("type").asString().equals("Polygon")) {
            return polygon(coordinates);
        }
        List<Polygon> polygons = new ArrayList<>();
        coordinates.forEach(each -> polygons.add(polygon(each)));
        return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(point -> points.add(
                    new Coordinate(point.get(0).asDouble(), point.get(1).asDouble())));
            all.add(GEOMETRIES.createLinearRing(points.toArray(Coordinate[]::new)));
        }
        return GEOMETRIES.createPolygon(all.getFirst(), all.stream().skip(1).toArray(LinearRing[]::new));
    }
}
