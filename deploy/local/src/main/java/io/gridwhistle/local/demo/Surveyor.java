package io.gridwhistle.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cuts faces into parts of about equal area, across their longest side and never quite at a right angle. */
final class Surveyor {

    private static final double LARGEST_TURN = 0.3;

    private final Random random;

    Surveyor(Random random) {
        this.random = random;
    }

    List<Face> cut(Face face, int parts) {
        List<Face> result = new ArrayList<>();
        cut(face, parts, result);
        return result;
    }

    private void cut(Face face, int parts, List<Face> result) {
        if (parts == 1) {
            result.add(face);
            return;
        }
        int before = parts / 2;
        List<Point> ring = face.vertices();
        Heading heading = Convex.longestHeading(ring).turned((random.nextDouble() - 0.5) * 2 * LARGEST_TURN);
        double distance = Convex.distanceForShare(ring, heading, (double) before / parts);
        Face.Halves halves = face.cut(heading, distance);
        cut(halves.before(), before, result);
        cut(halves.beyond(), parts - before, result);
    }
}
