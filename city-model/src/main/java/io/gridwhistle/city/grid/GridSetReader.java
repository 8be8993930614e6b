package io.gridwhistle.city.grid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the GeoJSON that a grid set is published in. */
final class GridSetReader {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private record Document(
            @Nullable String type,
            @Nullable String crs,
            @Nullable List<Feature> features) {}

    private record Feature(
            @Nullable JsonNode geometry, @Nullable Properties properties) {}

    private record Properties(
            @Nullable String code,
            @Nullable String name,
            @Nullable Level level,
            @Nullable String parent,
            @Nullable String district,
            @Nullable String chief,
            @Nullable String leader,
            @Nullable Exclusive exclusive,
            @Nullable String building,
            @Nullable @JsonProperty("floors") List<String> floors) {}

    private final List<GridSetFinding> findings = new ArrayList<>();

    /** Errors: {@link InvalidGridSetException} with one finding for each feature that is no cell. */
    static List<Cell> read(byte[] geoJson) {
        return new GridSetReader().readCells(geoJson);
    }

    private List<Cell> readCells(byte[] geoJson) {
        Document document;
        try {
            document = Json.READER.readValue(geoJson, Document.class);
        } catch (JacksonException e) {
            throw new InvalidGridSetException(
                    List.of(new GridSetFinding("", "not a grid set: " + e.getOriginalMessage())));
        }
        if (!"FeatureCollection".equals(document.type()) || document.features() == null) {
            throw new InvalidGridSetException(
                    List.of(new GridSetFinding("/type", "a grid set is a GeoJSON FeatureCollection")));
        }
        if (document.crs() != null && !document.crs().equals("WGS84")) {
            throw new InvalidGridSetException(List.of(new GridSetFinding(
                    "/crs", "boundaries are published in WGS84, not in '%s'".formatted(document.crs()))));
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < document.features().size(); i++) {
            try {
                cells.add(cell(document.features().get(i)));
            } catch (IllegalArgumentException e) {
                findings.add(new GridSetFinding("/features/" + i, String.valueOf(e.getMessage())));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidGridSetException(findings);
        }
        return cells;
    }

    private static Cell cell(Feature feature) {
        Properties properties = feature.properties();
        if (properties == null || properties.code() == null || properties.level() == null) {
            throw new IllegalArgumentException("a cell has properties with code and level");
        }
        CellCode code = new CellCode(properties.code());
        if (feature.geometry() == null) {
            throw new IllegalArgumentException("cell '%s' has no geometry".formatted(code));
        }
        return new Cell(
                code,
                properties.name() == null ? code.value() : properties.name(),
                properties.level(),
                properties.parent() == null ? null : new CellCode(properties.parent()),
                properties.district() == null ? null : new DistrictCode(properties.district()),
                unitOrVacant(properties.chief()),
                unitOrVacant(properties.leader()),
                properties.exclusive(),
                properties.building(),
                properties.floors() == null ? List.of() : List.copyOf(properties.floors()),
                geometry(code, feature.geometry()));
    }

    private static @Nullable UnitCode unitOrVacant(@Nullable String code) {
        return code == null || code.isEmpty() ? null : new UnitCode(code);
    }

    private static Geometry geometry(CellCode code, JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(code, coordinates);
            case "MultiPolygon" -> {
                var parts = new ArrayList<Polygon>();
                coordinates.forEach(part -> parts.add(polygon(code, part)));
                yield GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default ->
                throw new IllegalArgumentException("cell '%s' is neither Polygon nor MultiPolygon".formatted(code));
        };
    }

    private static Polygon polygon(CellCode code, JsonNode rings) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new IllegalArgumentException("cell '%s' has a polygon without rings".formatted(code));
        }
        var holes = new LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = ring(code, rings.get(i));
        }
        return GEOMETRIES.createPolygon(ring(code, rings.get(0)), holes);
    }

    private static LinearRing ring(CellCode code, JsonNode points) {
        var coordinates = new Coordinate[points.size()];
        for (int i = 0; i < coordinates.length; i++) {
            JsonNode point = points.get(i);
            if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
                throw new IllegalArgumentException("cell '%s': a position is [lon, lat]".formatted(code));
            }
            coordinates[i] =
                    new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
        }
        if (coordinates.length < 4 || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            throw new IllegalArgumentException("cell '%s' has a ring that is not closed".formatted(code));
        }
        return GEOMETRIES.createLinearRing(coordinates);
    }
}
