package io.gridwhistle.city.plane;

/**
 * The words of a square that many edges run through, or borders of zones: a page for every eight candidates.
 *
 * <p>A page is a head; the {@link Crossings}; and by precedence, the candidates as numbers of shapes.
 */
final class LargeKnot {
    private static final int MOST_EDGES = 1 << 26;

    private LargeKnot() {}

    static int head(int candidates, int edges, boolean isLast) {
        if (edges >= MOST_EDGES) {
            throw new IllegalArgumentException("%d edges in one square".formatted(edges));
        }
        return edges << 5 | candidates << 1 | (isLast ? 1 : 0);
    }

    /** By bit, the candidates of a page that hold a point; {@code west} and {@code south} are the square's corner. */
    static int holders(int[] words, int page, int west, int south, int x, int y) {
        return Crossings.holders(words, page + 1, edges(words, page), west, south, x, y);
    }

    /** The candidate's number among all shapes. */
    static int candidate(int[] words, int page, int place) {
        return words[page + 1 + Crossings.length(edges(words, page)) + place];
    }

    /** The next page, or -1. */
    static int next(int[] words, int page) {
        int head = words[page];
        return (head & 1) == 1 ? -1 : page + 1 + Crossings.length(edges(words, page)) + ((head >> 1) & 15);
    }

    private static int edges(int[] words, int page) {
        return words[page] >>> 5;
    }
}
