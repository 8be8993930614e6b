package io.gridwhistle.city.plane;

/**
 * The words of a square that few edges run through, all of them borders of areas: by bit, the candidates that hold its
 * south-western corner; the edges; and by precedence, the candidates' answers. The last candidate holds what the others
 * leave. All of it stands together.
 */
final class SmallKnot {
    static final int MOST_CANDIDATES = 31;

    private SmallKnot() {}

    /** The number of the answer at a point; {@code west} and {@code south} are the square's corner. */
    static int answer(int[] words, int knot, int edges, int west, int south, int x, int y) {
        int first = knot + 1;
        int holders = Crossings.holders(words, first, edges, words[knot], west, south, x, y);
        return words[first + edges * Crossings.WORDS_PER_EDGE + Integer.numberOfTrailingZeros(holders)];
    }
}
