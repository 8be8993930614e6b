package io.gridwhistle.local.demo;

import org.locationtech.jts.geom.Coordinate;

/** The published approximation of GCJ-02, turned round by fixed-point iteration. */
final class Gcj02 {

    private static final double SEMI_MAJOR_AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

    private Gcj02() {}

    static Coordinate toWgs84(double lon, double lat) {
        Coordinate guess = new Coordinate(lon, lat);
        for (int i = 0; i < 10; i++) {
            Coordinate shifted = fromWgs84(guess);
            guess = new Coordinate(guess.x + lon - shifted.x, guess.y + lat - shifted.y);
        }
        return guess;
    }

    private static Coordinate fromWgs84(Coordinate wgs) {
        double x = wgs.x - 105;
        double y = wgs.y - 35;
        double root = Math.sqrt(Math.abs(x));
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root;
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root;
        double ripple = (20 * wave(6 * x) + 20 * wave(2 * x)) * 2 / 3;
        east += ripple + (20 * wave(x) + 40 * wave(x / 3)) * 2 / 3 + (150 * wave(x / 12) + 300 * wave(x / 30)) * 2 / 3;
        north += ripple + (20 * wave(y) + 40 * wave(y / 3)) * 2 / 3 + (160 * wave(y / 12) + 320 * wave(y / 30)) * 2 / 3;

        double latitude = Math.toRadians(wgs.y);
        double flattening = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
        double eastRadius = SEMI_MAJOR_AXIS / Math.sqrt(flattening) * Math.cos(latitude);
        double northRadius = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / Math.pow(flattening, 1.5);
        return new Coordinate(wgs.x + Math.toDegrees(east / eastRadius), wgs.y + Math.toDegrees(north / northRadius));
    }

    private static double wave(double turns) {
        return Math.sin(turns * Math.PI);
    }
}
