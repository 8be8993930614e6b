package io.gridwhistle.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of border; once one of its two faces splits it, the other meets the new vertex as well. */
final class Edge {

    private final Point start;
    private final Point end;
    private @Nullable Edge first;
    private @Nullable Edge second;

    Edge(Point start, Point end) {
        this.start = start;
        this.end = end;
    }

    Side forward() {
        return new Side(this, false);
    }

    Side backward() {
        return new Side(this, true);
    }

    private void splitAt(Point vertex) {
        first = new Edge(start, vertex);
        second = new Edge(vertex, end);
    }

    /** An edge as one of its faces walks along it. */
    record Side(Edge edge, boolean reversed) {

        Point start() {
            return reversed ? edge.end : edge.start;
        }

        Point end() {
            return reversed ? edge.start : edge.end;
        }

        void splitAt(Point vertex) {
            edge.splitAt(vertex);
        }

        void addUnsplitTo(List<Side> sides) {
            if (edge.first == null || edge.second == null) {
                sides.add(this);
                return;
            }
            new Side(reversed ? edge.second : edge.first, reversed).addUnsplitTo(sides);
            new Side(reversed ? edge.first : edge.second, reversed).addUnsplitTo(sides);
        }
    }
}
