package io.gridwhistle.city.geo;

import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Conversion between WGS 84 and the systems that maps in China use.
 *
 * <p>CGCS2000 differs from WGS 84 by centimetres and is taken as equal. GCJ-02 and BD-09 are shifted by hundreds of
 * metres by published formulas (as in the eviltransform family of programs); GCJ-02 applies inside China alone. The way
 * back from GCJ-02 has no formula: it is iterated until it is closer than a millimetre.
 */
public final class Coordinates {
    private static final double SEMI_MAJOR = 6378245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double BD_PI = Math.PI * 3000.0 / 180.0;
    /** Degrees; about a tenth of a millimetre. */
    private static final double CLOSE_ENOUGH = 1e-9;
    /** Degrees, and more than GCJ-02 shifts any point at the edge of where it applies. */
    private static final double LARGEST_SHIFT = 0.1;

    private Coordinates() {}

    /** The point of a place in WGS 84, where it has one. */
    public static Optional<Point> findPoint(ReportedPlace place) {
        return place.crs() == null || place.lon() == null || place.lat() == null
                ? Optional.empty()
                : Optional.of(toWgs84(place.crs(), place.lon(), place.lat()));
    }

    /** The point in WGS 84. Errors: {@link IllegalArgumentException} where no point is shown there, or two are. */
    public static Point toWgs84(Crs crs, double lon, double lat) {
        var posted = new Point(lon, lat);
        var shown = new Degrees(lon, lat);
        return switch (crs) {
            case WGS84, CGCS2000 -> posted;
            case GCJ02 -> unshift(shown, posted);
            case BD09 -> unshift(findOrigin(shown, Coordinates::gcjToBd).orElseThrow(() -> noWayBack(posted)), posted);
        };
    }

    /** A WGS 84 point in another system. */
    public static Point fromWgs84(Crs crs, double lon, double lat) {
        var point = new Point(lon, lat);
        var wgs = new Degrees(lon, lat);
        Degrees gcj = wgs.isOutsideChina() ? wgs : shift(wgs);
        return switch (crs) {
            case WGS84, CGCS2000 -> point;
            case GCJ02 -> gcj.point();
            case BD09 -> gcjToBd(gcj).point();
        };
    }

    /** What may be nowhere on Earth, or not be asked for: a step on the way. */
    private record Degrees(double lon, double lat) {
        Point point() {
            return new Point(lon, lat);
        }

        boolean isOnEarth() {
            return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
        }

        boolean isOutsideChina() {
            return isFurtherOutsideThan(0);
        }

        boolean isFurtherOutsideThan(double margin) {
            return lon < 72.004 - margin || lon > 137.8347 + margin || lat < 0.8293 - margin || lat > 55.8271 + margin;
        }
    }

    /** By the formula, wherever it is. */
    private static Degrees shift(Degrees wgs) {
        double x = wgs.lon() - 105.0;
        double y = wgs.lat() - 35.0;
        double phi = Math.toRadians(wgs.lat());
        double root = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double metresPerRadianLat = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (root * Math.sqrt(root));
        double metresPerRadianLon = SEMI_MAJOR / Math.sqrt(root) * Math.cos(phi);
        return new Degrees(
                wgs.lon() + Math.toDegrees(eastwards(x, y) / metresPerRadianLon),
                wgs.lat() + Math.toDegrees(northwards(x, y) / metresPerRadianLat));
    }

    /**
     * GCJ-02 ends with a jump of some hundred metres: along its edge there is ground that no point is shown on, and some that
     * is shown twice.
     */
    private static Point unshift(Degrees gcj, Point posted) {
        Optional<Degrees> inside = gcj.isFurtherOutsideThan(LARGEST_SHIFT)
                ? Optional.empty()
                : findOrigin(gcj, Coordinates::shift).filter(it -> !it.isOutsideChina());
        boolean isItself = gcj.isOutsideChina() && gcj.isOnEarth();
        if (inside.isPresent() && isItself) {
            throw new IllegalArgumentException(
                    ("lon %s, lat %s is shown by two points, one inside China and one outside, where GCJ02 and BD09 do"
                                    + " not apply; say it in WGS84")
                            .formatted(posted.lon(), posted.lat()));
        }
        if (inside.isEmpty() && !isItself) {
            throw noWayBack(posted);
        }
        return inside.orElse(gcj).point();
    }

    private static IllegalArgumentException noWayBack(Point posted) {
        return new IllegalArgumentException("lon %s, lat %s is shown by no point: GCJ02 and BD09 apply in China alone"
                .formatted(posted.lon(), posted.lat()));
    }

    private static Degrees gcjToBd(Degrees gcj) {
        double radius = Math.hypot(gcj.lon(), gcj.lat()) + 0.00002 * Math.sin(gcj.lat() * BD_PI);
        double angle = Math.atan2(gcj.lat(), gcj.lon()) + 0.000003 * Math.cos(gcj.lon() * BD_PI);
        return new Degrees(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }

    /** By iteration over the forward formula: the published inverse is off by up to a metre. */
    private static Optional<Degrees> findOrigin(Degrees shown, UnaryOperator<Degrees> forwards) {
        Degrees origin = shown;
        for (int i = 0; i < 30; i++) {
            Degrees there = forwards.apply(origin);
            double dLon = shown.lon() - there.lon();
            double dLat = shown.lat() - there.lat();
            origin = new Degrees(origin.lon() + dLon, origin.lat() + dLat);
            if (Math.abs(dLon) < CLOSE_ENOUGH && Math.abs(dLat) < CLOSE_ENOUGH) {
                return Optional.of(origin);
            }
        }
        return Optional.empty();
    }

    private static double northwards(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x, 20.0, 6.0, 20.0, 2.0)
                + (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0
                + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
    }

    private static double eastwards(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x, 20.0, 6.0, 20.0, 2.0)
                + (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0
                + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
    }

    private static double waves(double x, double a, double fa, double b, double fb) {
        return (a * Math.sin(fa * x * Math.PI) + b * Math.sin(fb * x * Math.PI)) * 2.0 / 3.0;
    }
}
