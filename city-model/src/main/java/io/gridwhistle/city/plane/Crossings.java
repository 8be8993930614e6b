package io.gridwhistle.city.plane;

/** Edges as knots have them: x and y of both ends, from the south to the north, and by bit, which candidates they bound. */
final class Crossings {
    static final int WORDS_PER_EDGE = 5;

    private Crossings() {}

    /**
     * By bit, the candidates that hold a point; {@code corner} are those that hold the square's south-western corner, and
     * every edge between there and the point turns around those it bounds.
     */
    static int holders(int[] words, int first, int edges, int corner, int west, int south, int x, int y) {
        int holders = corner;
        int on = 0;
        int end = first + edges * WORDS_PER_EDGE;
        for (int at = first; at < end; at += WORDS_PER_EDGE) {
            int x1 = words[at];
            int y1 = words[at + 1];
            int x2 = words[at + 2];
            int y2 = words[at + 3];
            int bounded = words[at + 4];
            holders ^= Way.crossing(x1, y1, x2, y2, west, south, x, y) & bounded;
            on |= Way.passes(x1, y1, x2, y2, x, y) ? bounded : 0;
        }
        return holders | on;
    }
}
