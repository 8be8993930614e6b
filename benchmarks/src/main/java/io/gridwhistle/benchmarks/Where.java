package io.gridwhistle.benchmarks;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/** Kinds of points that routing is asked about. */
public enum Where {
    /** Uniform over the districts. */
    ANYWHERE,
    /** Inside an exclusive grid, so that two kinds of cells own it. */
    ZONE,
    /** A corner that micro grids share: the most owners a point can have. */
    VERTEX;

    private static final long SEED = 410_100;

    /** So many points of this kind, the same in every run. */
    List<Point> draw(GridSet gridSet, int count) {
        var random = new SplittableRandom(SEED);
        return switch (this) {
            case ANYWHERE -> within(gridSet, cell -> cell.level() == Level.DISTRICT, count, random);
            case ZONE -> within(gridSet, cell -> cell.exclusive() != null, count, random);
            case VERTEX -> {
                List<Point> vertices = vertices(gridSet);
                yield random.ints(count, 0, vertices.size())
                        .mapToObj(vertices::get)
                        .toList();
            }
        };
    }

    private static List<Point> within(GridSet gridSet, Predicate<Cell> which, int count, SplittableRandom random) {
        var cells = gridSet.listCells().stream().filter(which).toList();
        var extent = new Envelope();
        cells.forEach(cell -> extent.expandToInclude(cell.geometry().getEnvelopeInternal()));
        var points = new ArrayList<Point>();
        while (points.size() < count) {
            var point = new Point(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight());
            if (cells.stream().anyMatch(cell -> contains(cell, point))) {
                points.add(point);
            }
        }
        return points;
    }

    private static boolean contains(Cell cell, Point point) {
        return SimplePointInAreaLocator.locate(new Coordinate(point.lon(), point.lat()), cell.geometry())
                != Location.EXTERIOR;
    }

    private static List<Point> vertices(GridSet gridSet) {
        return gridSet.listCells().stream()
                .filter(cell -> cell.level() == Level.MICRO)
                .flatMap(cell -> Arrays.stream(cell.geometry().getCoordinates()))
                .map(corner -> new Point(corner.x, corner.y))
                .toList();
    }
}
