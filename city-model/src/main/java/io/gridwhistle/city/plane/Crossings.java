package io.gridwhistle.city.plane;

/**
 * Edges as knots have them, and up to eight candidates that they bound.
 *
 * <p>First a row of bytes, four to a word, by bit: the candidates that hold the square's south-western corner; and for each
 * edge those that it bounds. Then x and y of both ends of each edge, from the south to the north. Every edge between the
 * corner and a point turns around those it bounds.
 */
final class Crossings {
    static final int MOST_CANDIDATES = 8;

    private Crossings() {}

    /** In words. */
    static int length(int edges) {
        return bytesLength(edges) + 4 * edges;
    }

    static int bytesLength(int edges) {
        return (edges + 4) >> 2;
    }

    /** By bit, the candidates that hold a point; {@code west} and {@code south} are the square's corner. */
    static int holders(int[] words, int first, int edges, int west, int south, int x, int y) {
        int bytes = words[first];
        int holders = bytes & 255;
        int on = 0;
        int at = first + bytesLength(edges);
        for (int edge = 1; edge <= edges; edge++) {
            bytes = (edge & 3) == 0 ? words[first + (edge >> 2)] : bytes >>> 8;
            int bounded = bytes & 255;
            int x1 = words[at];
            int y1 = words[at + 1];
            int x2 = words[at + 2];
            int y2 = words[at + 3];
            holders ^= Way.crossing(x1, y1, x2, y2, west, south, x, y) & bounded;
            on |= Way.passes(x1, y1, x2, y2, x, y) ? bounded : 0;
            at += 4;
        }
        return holders | on;
    }
}
