package io.gridwhistle.city.geo;

/** Longitude and latitude in degrees. */
public record Point(double lon, double lat) {
    /** Errors: {@link IllegalArgumentException} where it is nowhere on Earth. */
    public Point {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("lon %s, lat %s is nowhere on Earth".formatted(lon, lat));
        }
    }
}
