package io.gridwhistle.city.plane;

import java.util.Arrays;

/** Whole numbers in a row that grows. */
final class Ints {
    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int at) {
        return values[at];
    }

    void set(int at, int value) {
        values[at] = value;
    }

    void add(int value) {
        int at = grow(1);
        values[at] = value;
    }

    /** Zeros at the end; answers where they begin. */
    int grow(int by) {
        int at = size;
        size = Math.addExact(size, by);
        if (size > values.length) {
            values = Arrays.copyOf(values, Math.max(size, values.length + (values.length >> 1)));
        }
        return at;
    }

    /** With zeros, up to a multiple of four; answers how many there are then. */
    int alignToFour() {
        grow(-size & 3);
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
