package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;

/** Distances and areas on the ground, on a plane that touches the Earth at the point asked for: good within a city. */
final class Distances {
    /** Of latitude, on a sphere of mean radius. */
    private static final double METRES_PER_DEGREE = 111_195.0;

    private Distances() {}

    /** From a point to an area, in metres; 0 inside. */
    static double metres(Geometry area, Point from) {
        var centre = new Coordinate(from.lon(), from.lat());
        if (SimplePointInAreaLocator.locate(centre, area) != Location.EXTERIOR) {
            return 0;
        }
        var nearest = new double[] {Double.POSITIVE_INFINITY};
        double shrink = Math.cos(Math.toRadians(from.lat()));
        area.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString line) {
                Coordinate[] points = line.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    double metres = Distance.pointToSegment(
                            new Coordinate(0, 0), flat(points[i - 1], from, shrink), flat(points[i], from, shrink));
                    nearest[0] = Math.min(nearest[0], metres);
                }
            }
        });
        return nearest[0];
    }

    /** Of an area in degrees, in square metres; good to some tenths of a percent for what is as small as a city. */
    static double squareMetres(Geometry area) {
        double latitude = area.getEnvelopeInternal().centre().getY();
        return area.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    }

    private static Coordinate flat(Coordinate point, Point centre, double shrink) {
        return new Coordinate(
                (point.x - centre.lon()) * METRES_PER_DEGREE * shrink, (point.y - centre.lat()) * METRES_PER_DEGREE);
    }
}
