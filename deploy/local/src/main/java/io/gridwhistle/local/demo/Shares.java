package io.gridwhistle.local.demo;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;

/** Uneven shares of a total. */
final class Shares {

    private Shares() {}

    static Iterator<Integer> of(int total, int parts, Random random) {
        int[] shares = new int[parts];
        int even = Math.max(1, total / parts * 2 / 3);
        Arrays.fill(shares, even);
        for (int left = total - even * parts; left > 0; left--) {
            shares[random.nextInt(parts)]++;
        }
        return Arrays.stream(shares).iterator();
    }
}
