package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.plane.Lattice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** The numbers that JTS is given. */
enum Plane {
    /** As they are read. Whole units of the lattice are binary fractions here, and some 1e-14 degrees beside themselves. */
    DEGREES {
        @Override
        double of(double degrees) {
            return degrees;
        }
    },
    /** Whole numbers, as the index compares. */
    LATTICE {
        @Override
        double of(double degrees) {
            return Lattice.of(degrees);
        }
    };

    abstract double of(double degrees);

    Coordinate of(Point point) {
        return new Coordinate(of(point.lon()), of(point.lat()));
    }

    Geometry of(Geometry area) {
        Geometry copy = area.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                points.setOrdinate(i, CoordinateSequence.X, of(points.getX(i)));
                points.setOrdinate(i, CoordinateSequence.Y, of(points.getY(i)));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
