package io.gridwhistle.city.plane;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Proves that some areas leave nothing of another uncovered.
 *
 * <p>Where each edge stands an even number of times among the borders of all of them, the whole's included, crossing it
 * keeps even how many of them one is in. So whoever is in the whole is in one of the parts. Where one does not, nothing is
 * said.
 */
public final class Cover {
    private record Edge(int x1, int y1, int x2, int y2) {}

    private final Frame frame;
    private final Set<Edge> odd = new HashSet<>();

    private Cover(Frame frame) {
        this.frame = frame;
    }

    public static boolean isProven(Geometry whole, List<Geometry> parts, Frame frame) {
        var cover = new Cover(frame);
        cover.add(whole);
        parts.forEach(cover::add);
        return cover.odd.isEmpty();
    }

    private void add(Geometry area) {
        frame.forEachEdgeNorthwards(area, (x1, y1, x2, y2) -> {
            var edge = new Edge(x1, y1, x2, y2);
            if ((x1 != x2 || y1 != y2) && !odd.add(edge)) {
                odd.remove(edge);
            }
        });
    }
}
