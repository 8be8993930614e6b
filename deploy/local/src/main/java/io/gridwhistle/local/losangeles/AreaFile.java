package io.gridwhistle.local.losangeles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads published areas; an area that is no valid multi-polygon is repaired, every other one stays as it is. */
final class AreaFile {

    static final PrecisionModel SEVEN_DECIMALS = new PrecisionModel(1e7);

    private static final GeometryFactory GEOMETRIES = new GeometryFactory(SEVEN_DECIMALS);
    private static final JsonMapper JSON = new JsonMapper();

    private AreaFile() {}

    static List<Area> read(Path file) {
        List<Area> areas = new ArrayList<>();
        for (JsonNode feature : JSON.readTree(file.toFile()).required("features")) {
            JsonNode properties = feature.required("properties");
            areas.add(new Area(
                    properties.required("id").asString(),
                    properties.required("name").asString(),
                    valid(shape(feature.required("geometry").required("coordinates")))));
        }
        return areas;
    }

    static MultiPolygon multiPolygon(Geometry geometry) {
        return switch (geometry) {
            case MultiPolygon many -> many;
            case Polygon one -> GEOMETRIES.createMultiPolygon(new Polygon[] {one});
            default -> throw new IllegalArgumentException("not an area: " + geometry.getGeometryType());
        };
    }

    private static MultiPolygon valid(MultiPolygon shape) {
        return shape.isValid() ? shape : multiPolygon(GeometryFixer.fix(shape));
    }

    private static MultiPolygon shape(JsonNode coordinates) {
        return GEOMETRIES.createMultiPolygon(
                coordinates.valueStream().map(AreaFile::polygon).toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing outer = ring(rings.get(0));
        LinearRing[] holes = rings.valueStream().skip(1).map(AreaFile::ring).toArray(LinearRing[]::new);
        return GEOMETRIES.createPolygon(outer, holes);
    }

    private static LinearRing ring(JsonNode positions) {
        CoordinateList points = new CoordinateList();
        for (JsonNode position : positions) {
            points.add(
                    new Coordinate(position.get(0).asDouble(), position.get(1).asDouble()));
        }
        points.closeRing();
        return GEOMETRIES.createLinearRing(points.toCoordinateArray());
    }
}
