package io.gridwhistle.local.demo;

/** A unit vector. */
record Heading(double east, double north) {

    static Heading from(Point start, Point end) {
        double length = start.distanceTo(end);
        return new Heading((end.east() - start.east()) / length, (end.north() - start.north()) / length);
    }

    double along(Point point) {
        return east * point.east() + north * point.north();
    }

    Heading left() {
        return new Heading(-north, east);
    }

    Heading turned(double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Heading(east * cos - north * sin, east * sin + north * cos);
    }
}
