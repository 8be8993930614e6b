package io.gridwhistle.city.plane;

/** A table of edges, while an index is built. Each runs from its southern end to its northern one, or due east. */
final class Edges {
    /** By edge: x and y of its southern end, x and y of its northern end. */
    private final int[] ends;

    Edges(int[] ends) {
        this.ends = ends;
    }

    int count() {
        return ends.length / 4;
    }

    boolean isCrossed(int edge, int fromX, int fromY, int toX, int toY) {
        int at = 4 * edge;
        return Way.crossing(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], fromX, fromY, toX, toY) != 0;
    }

    void addTo(Ints words, int edge) {
        for (int at = 4 * edge; at < 4 * edge + 4; at++) {
            words.add(ends[at]);
        }
    }

    int south(int edge) {
        return ends[4 * edge + 1];
    }

    int north(int edge) {
        return ends[4 * edge + 3];
    }

    /** The westernmost x of the edge between two heights that it reaches, rounded down. */
    int west(int edge, int low, int high) {
        return south(edge) == north(edge) ? ends[4 * edge] : Math.min(floorX(edge, low), floorX(edge, high));
    }

    /** The easternmost x of the edge between two heights that it reaches, rounded up. */
    int east(int edge, int low, int high) {
        return south(edge) == north(edge) ? ends[4 * edge + 2] : Math.max(ceilX(edge, low), ceilX(edge, high));
    }

    private int floorX(int edge, int y) {
        return ends[4 * edge] + (int) Math.floorDiv(rise(edge, y), north(edge) - south(edge));
    }

    private int ceilX(int edge, int y) {
        return ends[4 * edge] + (int) Math.ceilDiv(rise(edge, y), north(edge) - south(edge));
    }

    private long rise(int edge, int y) {
        return (long) (ends[4 * edge + 2] - ends[4 * edge]) * (y - south(edge));
    }

    /** Through how many squares, 2 to the power of {@code shift} units wide, they run in all; some more at corners. */
    long spans(int shift) {
        long spans = 0;
        for (int edge = 0; edge < count(); edge++) {
            int at = 4 * edge;
            spans += 1L + (Math.abs(ends[at + 2] - ends[at]) >> shift) + ((ends[at + 3] - ends[at + 1]) >> shift);
        }
        return spans;
    }
}
