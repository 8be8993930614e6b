package io.gridwhistle.local.demo;

import io.gridwhistle.local.demo.Edge.Side;
import java.util.ArrayList;
import java.util.List;

/** A convex area, counterclockwise, whose edges are shared with its neighbours. */
final class Face {

    /** As a share of the face's size: a cut that would end that close to a vertex ends in it. */
    private static final double SNAP = 0.06;

    private List<Side> sides;

    Face(List<Side> sides) {
        this.sides = sides;
    }

    /** What lies before and beyond a cut. */
    record Halves(Face before, Face beyond) {}

    List<Side> sides() {
        List<Side> unsplit = new ArrayList<>();
        sides.forEach(side -> side.addUnsplitTo(unsplit));
        sides = unsplit;
        return unsplit;
    }

    List<Point> vertices() {
        return sides().stream().map(Side::start).toList();
    }

    Point centre() {
        List<Point> vertices = vertices();
        return new Point(
                vertices.stream().mapToDouble(Point::east).average().orElseThrow(),
                vertices.stream().mapToDouble(Point::north).average().orElseThrow());
    }

    /** Cuts along the line of all points that lie {@code distance} far along {@code heading}. */
    Halves cut(Heading heading, double distance) {
        double snap = SNAP * Math.sqrt(Convex.area(vertices()));
        Point leaving = vertexOnCut(heading, distance, true, snap);
        Point entering = vertexOnCut(heading, distance, false, snap);
        Edge seam = new Edge(leaving, entering);
        return new Halves(
                new Face(walk(entering, leaving, seam.forward())), new Face(walk(leaving, entering, seam.backward())));
    }

    private Point vertexOnCut(Heading heading, double distance, boolean outwards, double snap) {
        for (Side side : sides()) {
            double before = heading.along(side.start()) - distance;
            double after = heading.along(side.end()) - distance;
            if (outwards ? before < 0 && after >= 0 : before >= 0 && after < 0) {
                Point vertex = side.start().towards(side.end(), before / (before - after));
                if (vertex.distanceTo(side.start()) < snap) {
                    return side.start();
                }
                if (vertex.distanceTo(side.end()) < snap) {
                    return side.end();
                }
                side.splitAt(vertex);
                return vertex;
            }
        }
        throw new IllegalArgumentException("the cut misses the face");
    }

    private List<Side> walk(Point from, Point to, Side closing) {
        List<Side> ring = sides();
        int start = vertices().indexOf(from);
        List<Side> walked = new ArrayList<>();
        for (int i = 0; !ring.get((start + i) % ring.size()).start().equals(to); i++) {
            walked.add(ring.get((start + i) % ring.size()));
        }
        walked.add(closing);
        return walked;
    }
}
