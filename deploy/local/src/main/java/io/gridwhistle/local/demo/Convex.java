package io.gridwhistle.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Measures of convex rings, given by their vertices counterclockwise. */
final class Convex {

    private Convex() {}

    static double area(List<Point> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            twice += a.east() * b.north() - b.east() * a.north();
        }
        return twice / 2;
    }

    private static double extent(List<Point> ring, Heading heading) {
        return reach(ring, heading) - nearest(ring, heading);
    }

    /** The heading in which the ring is longest: the longer side of the smallest box that has a side on one edge. */
    static Heading longestHeading(List<Point> ring) {
        Heading best = new Heading(1, 0);
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < ring.size(); i++) {
            Heading edge = Heading.from(ring.get(i), ring.get((i + 1) % ring.size()));
            double length = extent(ring, edge);
            double width = extent(ring, edge.left());
            if (length * width < smallest) {
                smallest = length * width;
                best = length >= width ? edge : edge.left();
            }
        }
        return best;
    }

    /** How far along {@code heading} one must go for {@code share} of the area to lie behind. */
    static double distanceForShare(List<Point> ring, Heading heading, double share) {
        double wanted = area(ring) * share;
        double low = nearest(ring, heading);
        double high = reach(ring, heading);
        for (int halvings = 0; halvings < 40; halvings++) {
            double middle = (low + high) / 2;
            if (area(partBehind(ring, heading, middle)) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static List<Point> partBehind(List<Point> ring, Heading heading, double distance) {
        List<Point> part = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            double before = heading.along(a) - distance;
            double after = heading.along(b) - distance;
            if (before < 0) {
                part.add(a);
            }
            if (before < 0 != after < 0) {
                part.add(a.towards(b, before / (before - after)));
            }
        }
        return part;
    }

    private static double nearest(List<Point> ring, Heading heading) {
        return ring.stream().mapToDouble(heading::along).min().orElseThrow();
    }

    private static double reach(List<Point> ring, Heading heading) {
        return ring.stream().mapToDouble(heading::along).max().orElseThrow();
    }
}
