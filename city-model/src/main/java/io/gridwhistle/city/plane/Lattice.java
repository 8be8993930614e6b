package io.gridwhistle.city.plane;

/**
 * The whole numbers that boundaries and points are compared in, so that what is exact stays exact.
 *
 * <p>A unit is a hundred-millionth of a degree, about a millimetre. Every vertex is moved to the nearest whole unit when
 * it is read, every point when it is asked for: by 0.8 mm at most.
 */
public final class Lattice {
    private static final double PER_DEGREE = 100_000_000;
    /** Of a city, from edge to edge: within it no product of two differences is larger than a long. */
    public static final int WIDEST_DEGREES = 21;

    private Lattice() {}

    public static long of(double degrees) {
        return Math.round(degrees * PER_DEGREE);
    }

    public static double degrees(long units) {
        return units / PER_DEGREE;
    }

    public static double snap(double degrees) {
        return degrees(of(degrees));
    }
}
