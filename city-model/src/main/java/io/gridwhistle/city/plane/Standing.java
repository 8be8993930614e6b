package io.gridwhistle.city.plane;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Who may hold a point of a square, by precedence. */
final class Standing {
    private final int[] areas;
    private final int whole;
    private final int[] zones;
    private final int[] wholeZones;

    /** Of a square that these edges run through, and whose corner these shapes hold; zones are numbered from one on. */
    Standing(Shapes shapes, int firstZone, int[] edges, int[] holders) {
        int[] bounded = Arrays.stream(edges)
                .flatMap(shapes::bounded)
                .sorted()
                .distinct()
                .toArray();
        int[] wholes = Arrays.stream(holders)
                .filter(holder -> Arrays.binarySearch(bounded, holder) < 0)
                .toArray();
        whole = wholes.length > 0 && wholes[0] < firstZone ? wholes[0] : PlaneIndex.NOBODY;
        int last = whole == PlaneIndex.NOBODY ? firstZone : whole;
        areas = Arrays.stream(bounded).filter(area -> area < last).toArray();
        zones = Arrays.stream(bounded).filter(zone -> zone >= firstZone).toArray();
        wholeZones = Arrays.stream(wholes).filter(zone -> zone >= firstZone).toArray();
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
