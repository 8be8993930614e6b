package io.gridwhistle.city.grid;

import io.gridwhistle.city.plane.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that some cells cover another exactly, each spot once.
 *
 * <p>Every area's border, run counterclockwise, adds one to how often the ground on its left is covered. Where the borders
 * of the parts cancel each other but for the border of the whole, edge by edge in whole numbers, every spot of the whole is
 * covered once and no other at all. Where they do not, nothing is said: neighbours may share a border without sharing its
 * vertices.
 */
final class Tiling {
    private record Edge(long from, long to) {}

    private final Frame frame;
    private final Map<Edge, Integer> borders = new HashMap<>();

    private Tiling(Frame frame) {
        this.frame = frame;
    }

    static boolean isExact(Cell whole, List<Cell> parts, Frame frame) {
        var tiling = new Tiling(frame);
        parts.forEach(part -> tiling.add(part, 1));
        tiling.add(whole, -1);
        return tiling.borders.isEmpty();
    }

    private void add(Cell cell, int times) {
        frame.forEachEdge(cell.geometry(), (x1, y1, x2, y2) -> {
            long from = (long) x1 << 32 | y1;
            long to = (long) x2 << 32 | y2;
            if (from != to) {
                boolean forwards = from < to;
                borders.merge(
                        forwards ? new Edge(from, to) : new Edge(to, from),
                        forwards ? times : -times,
                        (before, more) -> before + more == 0 ? null : before + more);
            }
        });
    }
}
