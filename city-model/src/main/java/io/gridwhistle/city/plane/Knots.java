package io.gridwhistle.city.plane;

/**
 * Squares that edges run through: who may hold a point there, by precedence, and the edges that decide it.
 *
 * <p>A knot is a row of pages, a page a row of words: a head; by bit, the candidates that hold the square's south-western
 * corner; up to 31 candidates; and for each edge through the square that bounds any of them its ends and, by bit, whom it
 * bounds. Every edge between the corner and a point turns those around. All of it stands together, since what a look-up
 * takes is the time to fetch it from memory.
 */
final class Knots {
    static final int MOST_CANDIDATES = 31;
    private static final int WORDS_PER_EDGE = 5;
    private static final int MOST_EDGES = 1 << 25;

    private Knots() {}

    /** {@code isMixed}: zones are among the candidates. */
    static int head(int candidates, int edges, boolean isMixed, boolean isLast) {
        if (edges >= MOST_EDGES) {
            throw new IllegalArgumentException("%d edges in one square".formatted(edges));
        }
        return edges << 7 | candidates << 2 | (isMixed ? 2 : 0) | (isLast ? 1 : 0);
    }

    static boolean isMixed(int[] words, int page) {
        return (words[page] & 2) != 0;
    }

    static int candidate(int[] words, int page, int place) {
        return words[page + 2 + place];
    }

    /** The next page, or -1. */
    static int next(int[] words, int page) {
        int head = words[page];
        return (head & 1) == 1 ? -1 : firstEdge(page, head) + (head >>> 7) * WORDS_PER_EDGE;
    }

    /** By bit, the candidates of a page that hold a point; {@code west} and {@code south} are the square's corner. */
    static int holders(int[] words, int page, int west, int south, int x, int y) {
        int head = words[page];
        int first = firstEdge(page, head);
        int end = first + (head >>> 7) * WORDS_PER_EDGE;
        int holders = words[page + 1];
        int on = 0;
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

    private static int firstEdge(int page, int head) {
        return page + 2 + (head >> 2 & 31);
    }
}
