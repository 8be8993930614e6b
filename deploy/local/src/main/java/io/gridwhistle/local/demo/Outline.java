package io.gridwhistle.local.demo;

import io.gridwhistle.local.demo.Edge.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The city's border and the three districts that meet inside it, before the terrain bends them. */
final class Outline {

    /** Around the ellipse, counterclockwise from the east, in degrees. */
    private static final double[] CORNERS = {17, 42, 68, 92, 119, 148, 171, 200, 226, 253, 277, 312, 343};

    private static final int EAST = 0;
    private static final int NORTH = 3;
    private static final int SOUTH = 10;

    private final List<Edge> border = new ArrayList<>();
    private final Edge east;
    private final Edge north;
    private final Edge south;

    Outline() {
        List<Point> corners =
                DoubleStream.of(CORNERS).mapToObj(Outline::onEllipse).toList();
        for (int i = 0; i < corners.size(); i++) {
            border.add(new Edge(corners.get(i), corners.get((i + 1) % corners.size())));
        }
        east = new Edge(Point.ORIGIN, corners.get(EAST));
        north = new Edge(Point.ORIGIN, corners.get(NORTH));
        south = new Edge(Point.ORIGIN, corners.get(SOUTH));
    }

    Face city() {
        return new Face(border.stream().map(Edge::forward).toList());
    }

    Face west() {
        return sector(north, NORTH, SOUTH, south);
    }

    Face northEast() {
        return sector(east, EAST, NORTH, north);
    }

    Face southEast() {
        return sector(south, SOUTH, border.size(), east);
    }

    private Face sector(Edge out, int from, int to, Edge back) {
        List<Side> sides = new ArrayList<>();
        sides.add(out.forward());
        border.subList(from, to).forEach(edge -> sides.add(edge.forward()));
        sides.add(back.backward());
        return new Face(sides);
    }

    private static Point onEllipse(double degrees) {
        double angle = StrictMath.toRadians(degrees);
        return new Point(-900 + 9_600 * StrictMath.cos(angle), -1_100 + 9_300 * StrictMath.sin(angle));
    }
}
