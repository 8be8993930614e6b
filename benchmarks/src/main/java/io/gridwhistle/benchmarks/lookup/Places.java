package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Kinds of points that a city is asked about, the same in every run. */
public enum Places {
    /** So many, all over the city, that neither they nor what they need stay in the processor's caches. */
    RANDOM {
        @Override
        List<Point> draw(GridSet gridSet) {
            return random(extent(gridSet), 1 << 18);
        }
    },
    /** The same, but so few that they do. */
    RANDOM_AGAIN {
        @Override
        List<Point> draw(GridSet gridSet) {
            return random(extent(gridSet), 1 << 12);
        }
    },
    /** Each vertex and each edge's middle once, in any order. */
    BORDERS {
        @Override
        List<Point> draw(GridSet gridSet) {
            Set<Point> points = new LinkedHashSet<>();
            for (Cell cell : gridSet.listCells()) {
                if (cell.level() == Level.MICRO || cell.exclusive() != null) {
                    Coordinate[] ring = cell.geometry().getCoordinates();
                    for (int i = 1; i < ring.length; i++) {
                        points.add(new Point(ring[i].x, ring[i].y));
                        points.add(new Point((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2));
                    }
                }
            }
            var shuffled = new ArrayList<>(points);
            Collections.shuffle(shuffled, new Random(SEED));
            // Made anew, they stand in memory as they are asked.
            return shuffled.stream()
                    .map(point -> new Point(point.lon(), point.lat()))
                    .toList();
        }
    },
    /** In one building, whose floor is looked up as well, and which three exclusive grids hold. */
    MALL {
        @Override
        List<Point> draw(GridSet gridSet) {
            return random(new Envelope(MallCity.WEST, MallCity.EAST, MallCity.SOUTH, MallCity.NORTH), 1 << 12);
        }
    };

    private static final long SEED = 410_100;

    abstract List<Point> draw(GridSet gridSet);

    static Envelope extent(GridSet gridSet) {
        var extent = new Envelope();
        gridSet.listCells()
                .forEach(cell -> extent.expandToInclude(cell.geometry().getEnvelopeInternal()));
        return extent;
    }

    static List<Point> random(Envelope extent, int count) {
        var random = new SplittableRandom(SEED);
        var points = new ArrayList<Point>(count);
        while (points.size() < count) {
            points.add(new Point(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight()));
        }
        return points;
    }
}
