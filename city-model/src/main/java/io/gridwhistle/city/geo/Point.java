package io.gridwhistle.city.geo;

/** Longitude and latitude in degrees. */
public record Point(double lon, double lat) {
    /** Of latitude, on a sphere of mean radius. */
    public static final double METRES_PER_DEGREE = 111_195.0;

    /** Errors: {@link IllegalArgumentException} where it is nowhere on Earth. */
    public Point {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("lon %s, lat %s is nowhere on Earth".formatted(lon, lat));
        }
    }

    /** How far another point is, on a plane that touches the Earth here: good within a city. */
    public double metresTo(Point other) {
        double east = (other.lon - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        double north = (other.lat - lat) * METRES_PER_DEGREE;
        return Math.hypot(east, north);
    }
}
