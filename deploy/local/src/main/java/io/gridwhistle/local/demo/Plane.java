package io.gridwhistle.local.demo;

import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** From metres around the meeting point to WGS 84 degrees of seven decimals, by the ellipsoid's radii at that point. */
final class Plane {

    private static final long ORIGIN_LON = 1_136_669_960;
    private static final long ORIGIN_LAT = 347_560_800;
    private static final double PER_DEGREE = 1e7;
    private static final double METRES_PER_DEGREE_LON = 91_564.9;
    private static final double METRES_PER_DEGREE_LAT = 110_934.9;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Plane() {}

    static Polygon polygon(List<Point> ring) {
        Coordinate[] closed = Stream.concat(ring.stream(), Stream.of(ring.getFirst()))
                .map(Plane::degrees)
                .toArray(Coordinate[]::new);
        return GEOMETRIES.createPolygon(closed);
    }

    private static Coordinate degrees(Point point) {
        long lon = ORIGIN_LON + Math.round(point.east() / METRES_PER_DEGREE_LON * PER_DEGREE);
        long lat = ORIGIN_LAT + Math.round(point.north() / METRES_PER_DEGREE_LAT * PER_DEGREE);
        return new Coordinate(lon / PER_DEGREE, lat / PER_DEGREE);
    }
}
