package io.gridwhistle.city.plane;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The shapes that an index is built of, and their edges, each once: neighbours share theirs.
 *
 * <p>Shapes are known by their places in a list. Some of them are told by their numbers in ascending order.
 */
final class Shapes {
    private record Edge(int x1, int y1, int x2, int y2) {}

    private final Edges edges;
    /** By edge: where the shapes that it bounds begin in {@link #bounded}. */
    private final int[] starts;

    private final int[] bounded;

    Shapes(List<Geometry> shapes, Frame frame) {
        var numbers = new HashMap<Edge, Integer>();
        var ends = new Ints();
        var edgeOf = new Ints();
        var shapeOf = new Ints();
        for (int i = 0; i < shapes.size(); i++) {
            int shape = i;
            frame.forEachEdgeNorthwards(shapes.get(shape), (x1, y1, x2, y2) -> {
                if (x1 == x2 && y1 == y2) {
                    return;
                }
                int fresh = numbers.size();
                Integer known = numbers.putIfAbsent(new Edge(x1, y1, x2, y2), fresh);
                if (known == null) {
                    ends.add(x1);
                    ends.add(y1);
                    ends.add(x2);
                    ends.add(y2);
                }
                edgeOf.add(known == null ? fresh : known);
                shapeOf.add(shape);
            });
        }
        edges = new Edges(ends.toArray());
        starts = new int[edges.count() + 1];
        for (int i = 0; i < edgeOf.size(); i++) {
            starts[edgeOf.get(i) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        bounded = new int[shapeOf.size()];
        int[] next = starts.clone();
        for (int i = 0; i < edgeOf.size(); i++) {
            bounded[next[edgeOf.get(i)]++] = shapeOf.get(i);
        }
    }

    Edges edges() {
        return edges;
    }

    /** All that any of these edges bounds. */
    int[] bounded(int[] edges) {
        var all = new Ints();
        for (int edge : edges) {
            for (int i = starts[edge]; i < starts[edge + 1]; i++) {
                all.add(bounded[i]);
            }
        }
        int[] sorted = all.toArray();
        Arrays.sort(sorted);
        int count = 0;
        for (int shape : sorted) {
            if (count == 0 || sorted[count - 1] != shape) {
                sorted[count++] = shape;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    boolean isBounded(int edge, int shape) {
        return Arrays.binarySearch(bounded, starts[edge], starts[edge + 1], shape) >= 0;
    }

    /** Who holds the ground on the other side of an edge. */
    int[] across(int edge, int[] holders) {
        int[] there = holders;
        for (int i = starts[edge]; i < starts[edge + 1]; i++) {
            there = turned(there, bounded[i]);
        }
        return there;
    }

    private static int[] turned(int[] holders, int shape) {
        int place = Arrays.binarySearch(holders, shape);
        boolean holds = place >= 0;
        int at = holds ? place : -place - 1;
        int[] turned = new int[holders.length + (holds ? -1 : 1)];
        System.arraycopy(holders, 0, turned, 0, at);
        if (holds) {
            System.arraycopy(holders, at + 1, turned, at, holders.length - at - 1);
        } else {
            turned[at] = shape;
            System.arraycopy(holders, at, turned, at + 1, holders.length - at);
        }
        return turned;
    }
}
