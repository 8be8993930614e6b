package io.gridwhistle.city.plane;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A part of the plane, cut into equal squares while an index is built: which edges run through each, and who holds it. */
final class Cutting {
    interface Visitor {
        /** {@code holders} hold the ground just north-east of the square's south-western corner. */
        void square(int number, int west, int south, int[] edges, int[] holders);
    }

    private final Shapes shapes;
    private final int west;
    private final int south;
    private final int shift;
    private final int columns;
    private final int rows;
    private final int[] edges;
    /** By square, row by row: how many edges run through those before it. */
    private final int[] starts;

    /** {@code shift}: a square is 2 to the power of it units wide and high. */
    Cutting(Shapes shapes, int west, int south, int shift, int columns, int rows, int[] edges) {
        this.shapes = shapes;
        this.west = west;
        this.south = south;
        this.shift = shift;
        this.columns = columns;
        this.rows = rows;
        this.edges = edges;
        starts = new int[columns * rows + 1];
        for (int edge : edges) {
            forEachSquare(edge, square -> starts[square + 1]++);
        }
        Arrays.parallelPrefix(starts, Math::addExact);
    }

    /** Edges in all squares, each counted in all that it runs through. */
    int edges() {
        return starts[starts.length - 1];
    }

    /** From the south-western corner of all, where {@code holders} hold the ground, row by row. */
    void forEachSquare(int[] holders, Visitor visitor) {
        int[] bySquare = bySquare();
        int[] first = holders;
        for (int row = 0; row < rows; row++) {
            int[] here = first;
            int y = south + (row << shift);
            for (int column = 0; column < columns; column++) {
                int square = row * columns + column;
                int[] through = Arrays.copyOfRange(bySquare, starts[square], starts[square + 1]);
                int x = west + (column << shift);
                visitor.square(square, x, y, through, here);
                if (column == 0 && row + 1 < rows) {
                    first = walk(through, here, x, y, x, y + (1 << shift));
                }
                if (column + 1 < columns) {
                    here = walk(through, here, x, y, x + (1 << shift), y);
                }
            }
        }
    }

    private int[] walk(int[] through, int[] holders, int fromX, int fromY, int toX, int toY) {
        int[] there = holders;
        for (int edge : through) {
            if (shapes.edges().isCrossed(edge, fromX, fromY, toX, toY)) {
                there = shapes.across(edge, there);
            }
        }
        return there;
    }

    private int[] bySquare() {
        var bySquare = new int[edges()];
        int[] next = starts.clone();
        for (int edge : edges) {
            forEachSquare(edge, square -> bySquare[next[square]++] = edge);
        }
        return bySquare;
    }

    /** Every square that the edge touches; a square ends where the next ones begin, so both have what is there. */
    private void forEachSquare(int edge, IntConsumer visitor) {
        Edges all = shapes.edges();
        int lastRow = Math.min(rows - 1, (all.north(edge) - south) >> shift);
        for (int row = Math.max(0, (all.south(edge) - 1 - south) >> shift); row <= lastRow; row++) {
            long bottom = south + ((long) row << shift);
            int low = (int) Math.max(all.south(edge), bottom);
            int high = (int) Math.min(all.north(edge), bottom + (1L << shift));
            int last = Math.min(columns - 1, (all.east(edge, low, high) - west) >> shift);
            for (int column = Math.max(0, (all.west(edge, low, high) - 1 - west) >> shift); column <= last; column++) {
                visitor.accept(row * columns + column);
            }
        }
    }
}
