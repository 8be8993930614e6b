package io.gridwhistle.city.plane;

/**
 * Ways over the lattice, and the edges that they cross, exactly.
 *
 * <p>A way leads from a hair north-east of one lattice point north to the height of another, and then east to a hair
 * north-east of that. The hair goes much less east than north, so no way touches an edge's end, none runs along an edge, and
 * crossings can be counted. Edges go north, or due east.
 */
final class Way {
    private Way() {}

    /** -1 where the way crosses the edge, 0 where it does not. Without branches, which nothing could predict. */
    static int crossing(int x1, int y1, int x2, int y2, int fromX, int fromY, int toX, int toY) {
        long start = side(x1, y1, x2, y2, fromX, fromY);
        long turn = side(x1, y1, x2, y2, fromX, toY);
        long end = side(x1, y1, x2, y2, toX, toY);
        int spansX = (x1 - fromX - 1) ^ (x2 - fromX - 1);
        int spansY = ~((toY - y1) | (y2 - 1 - toY));
        return ((spansX & (int) ((start ^ turn) >> 32)) ^ (spansY & (int) ((turn ^ end) >> 32))) >> 31;
    }

    /** Not below zero where the hair is west of the edge. */
    private static long side(int x1, int y1, int x2, int y2, int x, int y) {
        return Frame.west(x1, y1, x2, y2, x, y) - 1 - ((x1 - x2) >> 31);
    }

    static boolean passes(int x1, int y1, int x2, int y2, int x, int y) {
        return Frame.west(x1, y1, x2, y2, x, y) == 0
                && y1 <= y
                && y <= y2
                && Math.min(x1, x2) <= x
                && x <= Math.max(x1, x2);
    }
}
