package io.gridwhistle.city.plane;

import java.util.stream.IntStream;

/**
 * Lays out the squares of an index: equal ones over the whole plane, and smaller ones in those where borders crowd.
 *
 * <p>The {@link Word words} of the equal ones come first, row by row.
 */
final class SquareLayout {
    /** A square is cut into 4 by 4. */
    static final int CUT_SHIFT = 2;

    private static final int PARTS = 1 << (2 * CUT_SHIFT);
    private static final int FEWEST_SQUARES = 1 << 10;
    private static final int SQUARES_PER_EDGE = 16;
    /** So many edges are compared faster than the words of smaller squares are fetched from memory. */
    private static final int CROWD = 8;
    /** Of 2^7 units, some 14 centimetres. */
    private static final int FINEST = 7;
    /** What may be written for each edge in each square of the plane that it runs through, in words. */
    private static final int ALLOWANCE = 24;
    /** What a knot takes for an edge, with its share of the candidates. */
    private static final int PER_EDGE = 6;

    private final Shapes shapes;
    private final int areas;
    private final Answering answering;
    private final KnotTying tying;
    private final Ints words = new Ints();
    private final int shift;
    private final int columns;

    /** Of the shapes the first are areas, the others zones. */
    SquareLayout(Shapes shapes, int areas, Frame frame) {
        this.shapes = shapes;
        this.areas = areas;
        answering = new Answering(areas);
        tying = new KnotTying(shapes, answering, words);
        shift = finest(shapes.edges(), frame);
        columns = (frame.width() >> shift) + 1;
        int rows = (frame.height() >> shift) + 1;
        int[] edges = IntStream.range(0, shapes.edges().count()).toArray();
        words.grow(columns * rows);
        new Cutting(shapes, 0, 0, shift, columns, rows, edges)
                .forEachSquare(
                        new int[0],
                        (square, west, south, through, holders) -> words.set(
                                square, word(west, south, shift, through, holders, (long) ALLOWANCE * through.length)));
        if (words.size() > Word.MOST_PLACES) {
            throw new IllegalArgumentException(
                    "boundaries of %d edges are too many for one index".formatted(edges.length));
        }
    }

    /** The smallest squares of which there are few for each edge, and few that an edge runs through. */
    private static int finest(Edges edges, Frame frame) {
        long most = Math.max(FEWEST_SQUARES, (long) SQUARES_PER_EDGE * edges.count());
        int shift = 0;
        while (((frame.width() >> shift) + 1L) * ((frame.height() >> shift) + 1L) > most
                || edges.spans(shift) > 2 * most) {
            shift++;
        }
        return shift;
    }

    private int word(int west, int south, int shift, int[] edges, int[] holders, long allowance) {
        var standing = new Standing(shapes, areas, edges, holders);
        if (standing.isUniform()) {
            return answering.number(standing.whole(), standing.wholeZones());
        }
        if (edges.length > CROWD && shift >= FINEST + CUT_SHIFT) {
            int finer = shift - CUT_SHIFT;
            var cutting = new Cutting(shapes, west, south, finer, 1 << CUT_SHIFT, 1 << CUT_SHIFT, edges);
            if (PARTS + (long) PER_EDGE * cutting.edges() <= allowance) {
                int at = words.alignToFour();
                words.grow(PARTS);
                cutting.forEachSquare(holders, (square, x, y, through, there) -> {
                    long part = (allowance - PARTS) * through.length / cutting.edges();
                    words.set(at + square, word(x, y, finer, through, there, part));
                });
                return Word.cut(at);
            }
        }
        return tying.tie(standing, edges, holders);
    }

    int shift() {
        return shift;
    }

    int columns() {
        return columns;
    }

    int[] words() {
        return words.toArray();
    }

    Answering answering() {
        return answering;
    }
}
