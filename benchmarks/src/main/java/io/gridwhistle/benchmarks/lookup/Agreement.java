package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSet.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What ways say at the same points, beside what the grid set says. */
final class Agreement {
    /** Every vertex and every edge's middle, and from there up to so many at random. */
    static List<Point> points(GridSet gridSet, int count) {
        var points = new ArrayList<>(Places.BORDERS.draw(gridSet));
        points.addAll(Places.random(Places.extent(gridSet), Math.max(0, count - points.size())));
        return points;
    }

    /** How many points there are of each kind of difference; all kinds are there. */
    static Map<Difference, Integer> count(GridSet gridSet, Lookup other, List<Point> points) {
        Map<Difference, Integer> counts = new EnumMap<>(Difference.class);
        for (Difference kind : Difference.values()) {
            counts.put(kind, 0);
        }
        for (Point point : points) {
            Spot ours = gridSet.locate(point);
            counts.merge(Difference.between(ours, other.find(point), point), 1, Integer::sum);
        }
        return counts;
    }

    private Agreement() {}
}
