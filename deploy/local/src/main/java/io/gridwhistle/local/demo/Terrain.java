package io.gridwhistle.local.demo;

/** Bends the straight cuts into a city: small cells downtown, large ones outside, roads that meander. */
final class Terrain {

    /** In metres from the meeting point: where the terrain neither shrinks nor stretches distances to that point. */
    private static final double RADIUS = 10_000;

    private static final double DOWNTOWN_SCALE = 0.34;
    /** In metres. */
    private static final double SWAY = 130;
    /** In metres. */
    private static final double WAVELENGTH = 4_300;

    private Terrain() {}

    /** Smooth and one to one, so faces stay faces; the meeting point stays where it is. */
    static Point bend(Point flat) {
        double scale = DOWNTOWN_SCALE + (1 - DOWNTOWN_SCALE) * flat.distanceTo(Point.ORIGIN) / RADIUS;
        double east = flat.east() * scale;
        double north = flat.north() * scale;
        return new Point(east + sway(north, 0.8) + sway(east, 2.1), north + sway(east, 1.7) + sway(north, 0.4));
    }

    private static double sway(double metres, double phase) {
        return SWAY / 2 * (StrictMath.sin(metres * 2 * Math.PI / WAVELENGTH + phase) - StrictMath.sin(phase));
    }
}
