package io.gridwhistle.city.plane;

/**
 * The words of a square that few edges run through, all of them borders of areas: the {@link Crossings}, and by precedence,
 * the candidates' answers. All of it stands together.
 */
final class SmallKnot {
    private SmallKnot() {}

    /** The number of the answer at a point; {@code west} and {@code south} are the square's corner. */
    static int answer(int[] words, int knot, int edges, int west, int south, int x, int y, int nobody) {
        int holders = Crossings.holders(words, knot, edges, west, south, x, y);
        return holders == 0 ? nobody : words[knot + Crossings.length(edges) + Integer.numberOfTrailingZeros(holders)];
    }
}
