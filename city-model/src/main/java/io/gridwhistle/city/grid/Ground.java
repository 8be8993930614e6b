package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.DistrictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Areas put together, and measured on a plane that touches the Earth there, which is good within a city. */
final class Ground {
    /** Of latitude, on a sphere of mean radius. */
    private static final double METRES_PER_DEGREE = 111_195.0;
    /** What comes of two areas on the lattice is on the lattice. */
    static final PrecisionModel LATTICE = new PrecisionModel(1e8);

    private Ground() {}

    static Geometry minus(Geometry whole, Geometry part) {
        return overlay(whole, part, OverlayNG.DIFFERENCE);
    }

    static Geometry both(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.INTERSECTION);
    }

    static Geometry plus(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.UNION);
    }

    private static Geometry overlay(Geometry one, Geometry other, int what) {
        return areas(OverlayNG.overlay(one, other, what, LATTICE));
    }

    /** Without the lines and points where two only touch: they are no ground, and no overlay takes them beside areas. */
    private static Geometry areas(Geometry result) {
        return result instanceof Polygonal
                ? result
                : GeoJson.GEOMETRIES.createMultiPolygon(pieces(result).toArray(Polygon[]::new));
    }

    static Geometry union(List<Geometry> all) {
        return all.size() == 1 ? all.getFirst() : areas(UnaryUnionNG.union(all, GeoJson.GEOMETRIES, LATTICE));
    }

    /** The separate areas that it consists of. */
    static List<Polygon> pieces(Geometry where) {
        var pieces = new ArrayList<Polygon>();
        for (int i = 0; i < where.getNumGeometries(); i++) {
            if (where.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** Borders that were drawn twice touch everywhere: less than a thousandth of a cell's ground is none of it. */
    static List<DistrictCode> districtsUnder(Cell cell, List<Cell> districts) {
        double part = cell.geometry().getArea() / 1_000;
        return districts.stream()
                .filter(it -> it.geometry()
                        .getEnvelopeInternal()
                        .intersects(cell.geometry().getEnvelopeInternal()))
                .filter(it -> both(it.geometry(), cell.geometry()).getArea() >= part)
                .flatMap(it -> Stream.ofNullable(it.district()))
                .sorted()
                .toList();
    }

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

    /** The length of a stretch in degrees. */
    static double metres(LineSegment stretch) {
        double shrink = Math.cos(Math.toRadians(stretch.midPoint().y));
        return METRES_PER_DEGREE * Math.hypot((stretch.p1.x - stretch.p0.x) * shrink, stretch.p1.y - stretch.p0.y);
    }

    /** Of an area in degrees, in square metres; good to some tenths of a percent for what is as small as a city. */
    static double squareMetres(Geometry area) {
        double latitude = area.getEnvelopeInternal().centre().getY();
        return area.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    }

    /** Whether no circle of this diameter, in metres, lies in an area in degrees; told without seeking one where that will do. */
    static boolean isNarrower(Geometry area, double metres) {
        double squareMetres = squareMetres(area);
        if (2 * squareMetres / (METRES_PER_DEGREE * area.getLength()) >= metres) {
            return false;
        }
        if (2 * Math.sqrt(squareMetres / Math.PI) < metres) {
            return true;
        }
        Geometry flat = inMetres(area);
        return new MinimumDiameter(flat).getLength() < metres || !new CircleSearch(flat).finds(metres / 2);
    }

    /** Of an area in degrees, in metres: the diameter of the largest circle in it, to two per cent. */
    static double width(Geometry area) {
        Geometry flat = inMetres(area);
        var search = new CircleSearch(flat);
        // A long strip is as wide as its area by half its border.
        double found = flat.getArea() / flat.getLength();
        double none = Math.min(Math.sqrt(flat.getArea() / Math.PI), new MinimumDiameter(flat).getLength() / 2);
        while (none > 1.02 * found) {
            double middle = Math.sqrt(found * none);
            if (search.finds(middle)) {
                found = middle;
            } else {
                none = middle;
            }
        }
        return 2 * found;
    }

    private static Geometry inMetres(Geometry area) {
        double shrink =
                Math.cos(Math.toRadians(area.getEnvelopeInternal().centre().getY()));
        Geometry metres = area.copy();
        metres.apply(AffineTransformation.scaleInstance(METRES_PER_DEGREE * shrink, METRES_PER_DEGREE));
        return metres;
    }

    private static Coordinate flat(Coordinate point, Point centre, double shrink) {
        return new Coordinate(
                (point.x - centre.lon()) * METRES_PER_DEGREE * shrink, (point.y - centre.lat()) * METRES_PER_DEGREE);
    }
}
