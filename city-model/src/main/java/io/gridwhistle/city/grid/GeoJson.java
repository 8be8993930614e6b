package io.gridwhistle.city.grid;

import io.gridwhistle.city.plane.Lattice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import tools.jackson.databind.JsonNode;

/** Areas as GeoJSON (RFC 7946) has them, and as JTS does; every vertex on the {@link Lattice}. */
public final class GeoJson {
    static final GeometryFactory GEOMETRIES = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private GeoJson() {}

    /** Errors: {@link BorderException}. */
    static Geometry area(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                if (!coordinates.isArray() || coordinates.isEmpty()) {
                    throw new BorderException("has no area");
                }
                var parts = new ArrayList<Polygon>();
                coordinates.forEach(part -> parts.add(polygon(part)));
                yield GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default -> throw new BorderException("is neither Polygon nor MultiPolygon");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new BorderException("has a polygon without rings");
        }
        var holes = new LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = ring(rings.get(i));
        }
        return GEOMETRIES.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(JsonNode positions) {
        if (!positions.isArray()) {
            throw new BorderException("has a ring that is no array of positions");
        }
        var coordinates = new double[2 * positions.size()];
        for (int i = 0; i < positions.size(); i++) {
            JsonNode position = positions.get(i);
            if (!isDegrees(position.path(0), 180) || !isDegrees(position.path(1), 90)) {
                throw new BorderException("has a position that is not [lon, lat] in degrees");
            }
            coordinates[2 * i] = Lattice.snap(position.get(0).asDouble());
            coordinates[2 * i + 1] = Lattice.snap(position.get(1).asDouble());
        }
        int last = coordinates.length - 2;
        if (last < 6 || coordinates[0] != coordinates[last] || coordinates[1] != coordinates[last + 1]) {
            throw new BorderException(
                    "has a ring that is not closed; it ends where it begins, after three corners or more",
                    last < 0 ? null : GEOMETRIES.createPoint(new Coordinate(coordinates[0], coordinates[1])));
        }
        return GEOMETRIES.createLinearRing(new PackedCoordinateSequence.Double(coordinates, 2, 0));
    }

    private static boolean isDegrees(JsonNode number, int most) {
        return number.isNumber() && Math.abs(number.asDouble(Double.NaN)) <= most;
    }

    /** As a GeoJSON geometry; rings run as the standard wants them. */
    public static Map<String, Object> write(Geometry geometry) {
        return switch (geometry) {
            case Point point -> written("Point", new double[] {point.getX(), point.getY()});
            case Polygon polygon -> written("Polygon", rings(polygon));
            default -> {
                var parts = new ArrayList<List<double[][]>>();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    if (geometry.getGeometryN(i) instanceof Polygon part) {
                        parts.add(rings(part));
                    }
                }
                yield written("MultiPolygon", parts);
            }
        };
    }

    /** In this order, and not in one that each process makes up: a grid set's version depends on it. */
    private static Map<String, Object> written(String type, Object coordinates) {
        var geometry = new LinkedHashMap<String, Object>();
        geometry.put("type", type);
        geometry.put("coordinates", coordinates);
        return geometry;
    }

    private static List<double[][]> rings(Polygon polygon) {
        var rings = new ArrayList<double[][]>();
        rings.add(ring(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    private static double[][] ring(LinearRing ring, boolean counterclockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean asItIs = Orientation.isCCW(points) == counterclockwise;
        var positions = new double[points.size()][];
        for (int i = 0; i < positions.length; i++) {
            int from = asItIs ? i : positions.length - 1 - i;
            positions[i] = new double[] {points.getX(from), points.getY(from)};
        }
        return positions;
    }

    /** Whether outer rings run counterclockwise and holes clockwise. */
    static boolean isWoundRight(Geometry area) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                if (!Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence())) {
                    return false;
                }
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    if (Orientation.isCCW(polygon.getInteriorRingN(hole).getCoordinateSequence())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
