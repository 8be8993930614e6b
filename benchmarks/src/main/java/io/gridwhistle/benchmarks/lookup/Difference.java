package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet.Spot;
import io.gridwhistle.city.plane.Lattice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Why two ways name different cells at a point, the smaller reason first. */
enum Difference {
    NONE("the same cells at all levels and the same exclusive grids"),
    ON_BORDER("on a border in the lattice, so that all who share it hold it; in degrees, 1e-14 to one side"),
    ROUNDED("not on the lattice, and its nearest unit is on the border or across it: 0.8 mm at most"),
    GREAT_CIRCLE("within 10 cm of an edge that S2 draws along a great circle"),
    UNEXPLAINED("otherwise");

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    /** Degrees, with a little for the arithmetic: half the lattice's diagonal. */
    private static final double HALF_UNIT = 0.7072e-8;

    private static final double TEN_CENTIMETRES = 0.9e-6;

    final String words;

    Difference(String words) {
        this.words = words;
    }

    /** The worst reason of all cells that only one of the two names. */
    static Difference between(Spot one, Spot other, Point point) {
        if (one.path().equals(other.path()) && one.exclusives().equals(other.exclusives())) {
            return NONE;
        }
        Set<Cell> ones = cells(one);
        Set<Cell> others = cells(other);
        var either = new HashSet<>(ones);
        either.addAll(others);
        either.removeIf(cell -> ones.contains(cell) && others.contains(cell));
        return either.stream()
                .map(cell -> at(cell, point))
                .max(Comparator.naturalOrder())
                .orElse(UNEXPLAINED);
    }

    private static Set<Cell> cells(Spot spot) {
        var cells = new HashSet<>(spot.path());
        cells.addAll(spot.exclusives());
        return cells;
    }

    private static Difference at(Cell cell, Point point) {
        Coordinate onLattice = Plane.LATTICE.of(point);
        if (isWhole(point) && hasOnBorder(cell, onLattice)) {
            return ON_BORDER;
        }
        double degrees = cell.geometry().getBoundary().distance(GEOMETRIES.createPoint(Plane.DEGREES.of(point)));
        if (degrees <= HALF_UNIT) {
            return ROUNDED;
        }
        return degrees <= TEN_CENTIMETRES ? GREAT_CIRCLE : UNEXPLAINED;
    }

    private static boolean isWhole(Point point) {
        return Lattice.snap(point.lon()) == point.lon() && Lattice.snap(point.lat()) == point.lat();
    }

    private static boolean hasOnBorder(Cell cell, Coordinate point) {
        Geometry border = cell.geometry().getBoundary();
        for (int i = 0; i < border.getNumGeometries(); i++) {
            Coordinate[] line = border.getGeometryN(i).getCoordinates();
            for (int end = 1; end < line.length; end++) {
                var from = onLattice(line[end - 1]);
                var to = onLattice(line[end]);
                if (Envelope.intersects(from, to, point) && Orientation.index(from, to, point) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Coordinate onLattice(Coordinate vertex) {
        return Plane.LATTICE.of(new Point(vertex.x, vertex.y));
    }
}
