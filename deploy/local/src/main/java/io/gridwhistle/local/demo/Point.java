package io.gridwhistle.local.demo;

/** Metres east and north of the point where the three districts meet. */
record Point(double east, double north) {

    static final Point ORIGIN = new Point(0, 0);

    double distanceTo(Point other) {
        double de = other.east - east;
        double dn = other.north - north;
        return Math.sqrt(de * de + dn * dn);
    }

    Point towards(Point other, double share) {
        return new Point(east + (other.east - east) * share, north + (other.north - north) * share);
    }
}
