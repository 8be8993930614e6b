package io.gridwhistle.city.plane;

/**
 * What stands for a square: the number of the answer that holds in all of it, or else where to read on.
 *
 * <p>Below zero it says so, and has two parts. One is a place among the words, in fours. The other is 0 where the words of
 * the sixteen squares stand there that it is cut into, 31 where a {@link LargeKnot} does, and otherwise how many edges the
 * {@link SmallKnot} there has. That it is said here and not there lets the processor go on while it waits for the knot,
 * which is what a look-up takes its time for.
 */
final class Word {
    static final int MOST_EDGES = 30;
    static final int MOST_PLACES = 1 << 28;
    private static final int LARGE = 31;

    private Word() {}

    static int cut(int place) {
        return small(0, place);
    }

    static int small(int edges, int place) {
        return (1 << 31) | (edges << 26) | (place >> 2);
    }

    static int large(int place) {
        return small(LARGE, place);
    }

    static boolean isAnswer(int word) {
        return word >= 0;
    }

    static boolean isCut(int word) {
        return edges(word) == 0;
    }

    static boolean isLarge(int word) {
        return edges(word) == LARGE;
    }

    static int edges(int word) {
        return (word >>> 26) & 31;
    }

    static int place(int word) {
        return (word << 6) >>> 4;
    }
}
