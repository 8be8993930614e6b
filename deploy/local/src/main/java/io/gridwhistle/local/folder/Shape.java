package io.gridwhistle.local.folder;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** A GeoJSON geometry after RFC 7946: outer rings counterclockwise, holes clockwise, seven decimals. */
record Shape(String type, List<?> coordinates) {

    private static final double PER_DEGREE = 1e7;

    static Shape of(Geometry geometry) {
        return switch (geometry) {
            case Polygon polygon -> new Shape("Polygon", rings(polygon));
            case MultiPolygon many -> new Shape("MultiPolygon", polygons(many));
            default -> throw new IllegalArgumentException("not an area: " + geometry.getGeometryType());
        };
    }

    private static List<?> polygons(MultiPolygon many) {
        List<List<?>> polygons = new ArrayList<>();
        for (int i = 0; i < many.getNumGeometries(); i++) {
            polygons.add(rings((Polygon) many.getGeometryN(i)));
        }
        return polygons;
    }

    private static List<?> rings(Polygon polygon) {
        List<List<double[]>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    private static List<double[]> ring(LinearRing ring, boolean counterclockwise) {
        Coordinate[] points = CoordinateArrays.copyDeep(ring.getCoordinates());
        if (Orientation.isCCW(points) != counterclockwise) {
            CoordinateArrays.reverse(points);
        }
        List<double[]> positions = new ArrayList<>();
        for (Coordinate point : points) {
            positions.add(new double[] {round(point.x), round(point.y)});
        }
        return positions;
    }

    private static double round(double degrees) {
        return Math.rint(degrees * PER_DEGREE) / PER_DEGREE;
    }
}
