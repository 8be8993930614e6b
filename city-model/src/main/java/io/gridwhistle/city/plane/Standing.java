package io.gridwhistle.city.plane;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Who may hold a point of a square, by precedence. */
final class Standing {
    private final int[] areas;
    private final int whole;
    private final int[] zones;
    private final int[] wholeZones;

    /** Of a square that these edges run through, and whose corner these shapes hold; zones are numbered from one on. */
    Standing(Shapes shapes, int firstZone, int[] edges, int[] holders) {
        int[] bounded = shapes.bounded(edges);
        int[] wholes = some(holders, holder -> Arrays.binarySearch(bounded, holder) < 0);
        whole = wholes.length > 0 && wholes[0] < firstZone ? wholes[0] : PlaneIndex.NOBODY;
        int last = whole == PlaneIndex.NOBODY ? firstZone : whole;
        areas = some(bounded, area -> area < last);
        zones = some(bounded, zone -> zone >= firstZone);
        wholeZones = some(wholes, zone -> zone >= firstZone);
    }

    /** A stream would do; for millions of squares it takes seconds. */
    private static int[] some(int[] shapes, IntPredicate which) {
        int[] some = new int[shapes.length];
        int count = 0;
        for (int shape : shapes) {
            if (which.test(shape)) {
                some[count++] = shape;
            }
        }
        return count == shapes.length ? shapes : Arrays.copyOf(some, count);
    }

    /** Nobody who counts has an edge through it. */
    boolean isUniform() {
        return areas.length == 0 && zones.length == 0;
    }

    /** With edges through it, and before {@link #whole}. */
    int[] areas() {
        return areas;
    }

    /** The first area that holds all of it, or nobody. */
    int whole() {
        return whole;
    }

    boolean hasWhole() {
        return whole != PlaneIndex.NOBODY || wholeZones.length > 0;
    }

    /** With edges through it. */
    int[] zones() {
        return zones;
    }

    int[] wholeZones() {
        return wholeZones;
    }

    /** By precedence. */
    int[] all() {
        IntStream owners = whole == PlaneIndex.NOBODY
                ? Arrays.stream(areas)
                : IntStream.concat(Arrays.stream(areas), IntStream.of(whole));
        return IntStream.concat(
                        owners,
                        IntStream.concat(Arrays.stream(zones), Arrays.stream(wholeZones))
                                .sorted())
                .toArray();
    }
}
