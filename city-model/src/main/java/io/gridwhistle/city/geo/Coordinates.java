package io.gridwhistle.city.geo;

import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import java.util.Optional;

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

    private Coordinates() {}

    /** The point of a place in WGS 84, where it has one. */
    public static Optional<Point> findPoint(ReportedPlace place) {
        return place.crs() == null || place.lon() == null || place.lat() == null
                ? Optional.empty()
                : Optional.of(toWgs84(place.crs(), place.lon(), place.lat()));
    }

    /** The point in WGS 84. Errors: {@link IllegalArgumentException} where no point is shown there. */
    public static Point toWgs84(Crs crs, double lon, double lat) {
        return switch (crs) {
            case WGS84, CGCS2000 -> new Point(lon, lat);
            case GCJ02 -> unshift(new Point(lon, lat));
            case BD09 -> unshift(bdToGcj(lon, lat));
        };
    }

    /** A WGS 84 point in another system. */
    public static Point fromWgs84(Crs crs, double lon, double lat) {
        return switch (crs) {
            case WGS84, CGCS2000 -> new Point(lon, lat);
            case GCJ02 -> shift(new Point(lon, lat));
            case BD09 -> gcjToBd(shift(new Point(lon, lat)));
        };
    }

    private static Point shift(Point wgs) {
        if (isOutsideChina(wgs)) {
            return wgs;
        }
        double x = wgs.lon() - 105.0;
        double y = wgs.lat() - 35.0;
        double phi = Math.toRadians(wgs.lat());
        double root = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double metresPerRadianLat = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (root * Math.sqrt(root));
        double metresPerRadianLon = SEMI_MAJOR / Math.sqrt(root) * Math.cos(phi);
        return new Point(
                wgs.lon() + Math.toDegrees(eastwards(x, y) / metresPerRadianLon),
                wgs.lat() + Math.toDegrees(northwards(x, y) / metresPerRadianLat));
    }

    private static Point unshift(Point gcj) {
        Point wgs = gcj;
        for (int i = 0; i < 30; i++) {
            Point there = shift(wgs);
            double dLon = gcj.lon() - there.lon();
            double dLat = gcj.lat() - there.lat();
            wgs = new Point(wgs.lon() + dLon, wgs.lat() + dLat);
            if (Math.abs(dLon) < CLOSE_ENOUGH && Math.abs(dLat) < CLOSE_ENOUGH) {
                return wgs;
            }
        }
        throw noWayBack(gcj.lon(), gcj.lat());
    }

    /** At the edge of where GCJ-02 applies, no point is shown there. */
    private static IllegalArgumentException noWayBack(double lon, double lat) {
        return new IllegalArgumentException(
                "lon %s, lat %s is shown by no point: GCJ02 and BD09 apply in China alone".formatted(lon, lat));
    }

    private static Point gcjToBd(Point gcj) {
        double radius = Math.hypot(gcj.lon(), gcj.lat()) + 0.00002 * Math.sin(gcj.lat() * BD_PI);
        double angle = Math.atan2(gcj.lat(), gcj.lon()) + 0.000003 * Math.cos(gcj.lon() * BD_PI);
        return new Point(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }

    /** By iteration over the forward formula: the published inverse is off by up to a metre. */
    private static Point bdToGcj(double lon, double lat) {
        Point gcj = new Point(lon - 0.0065, lat - 0.006);
        for (int i = 0; i < 30; i++) {
            Point there = gcjToBd(gcj);
            double dLon = lon - there.lon();
            double dLat = lat - there.lat();
            gcj = new Point(gcj.lon() + dLon, gcj.lat() + dLat);
            if (Math.abs(dLon) < CLOSE_ENOUGH && Math.abs(dLat) < CLOSE_ENOUGH) {
                return gcj;
            }
        }
        throw noWayBack(lon, lat);
    }

    private static boolean isOutsideChina(Point point) {
        return point.lon() < 72.004 || point.lon() > 137.8347 || point.lat() < 0.8293 || point.lat() > 55.8271;
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
