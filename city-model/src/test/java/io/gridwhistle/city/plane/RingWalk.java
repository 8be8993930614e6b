package io.gridwhistle.city.plane;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygonal;

/**
 * Slow and exact: whether an area contains a point, by how often its rings wind around it.
 *
 * <p>Written on its own, to be compared with: it shares neither numbers nor rules with what it judges. Coordinates are
 * hundred-millionths of a degree from the equator and the meridian of Greenwich.
 */
public final class RingWalk {
    private final List<long[]> rings = new ArrayList<>();
    private long west = Long.MAX_VALUE;
    private long south = Long.MAX_VALUE;
    private long east = Long.MIN_VALUE;
    private long north = Long.MIN_VALUE;

    public RingWalk(Geometry area) {
        if (!(area instanceof Polygonal)) {
            throw new IllegalArgumentException("no area: " + area);
        }
        area.apply((GeometryComponentFilter) part -> {
            if (part instanceof LinearRing ring && !ring.isEmpty()) {
                add(Arrays.stream(ring.getCoordinates())
                        .map(corner -> new BigDecimal[] {new BigDecimal(corner.x), new BigDecimal(corner.y)})
                        .toList());
            }
        });
    }

    /** Of a ring as GeoJSON has them: longitude and latitude of each corner. */
    public RingWalk(List<List<BigDecimal[]>> rings) {
        rings.forEach(this::add);
    }

    /** In hundred-millionths of a degree. */
    public static long units(BigDecimal degrees) {
        return degrees.movePointRight(8).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private void add(List<BigDecimal[]> ring) {
        var numbers = new long[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            long x = units(ring.get(i)[0]);
            long y = units(ring.get(i)[1]);
            numbers[2 * i] = x;
            numbers[2 * i + 1] = y;
            west = Math.min(west, x);
            east = Math.max(east, x);
            south = Math.min(south, y);
            north = Math.max(north, y);
        }
        rings.add(numbers);
    }

    public List<long[]> rings() {
        return rings;
    }

    /** West, south, east, north. */
    public long[] box() {
        return new long[] {west, south, east, north};
    }

    public boolean contains(long x, long y) {
        return where(x, y) >= 0;
    }

    public boolean containsWithin(long x, long y) {
        return where(x, y) > 0;
    }

    /** 1 inside, 0 on a ring, -1 outside. */
    private int where(long x, long y) {
        if (x < west || x > east || y < south || y > north) {
            return -1;
        }
        boolean inside = false;
        for (long[] ring : rings) {
            int around = 0;
            for (int i = 2; i < ring.length; i += 2) {
                long ax = Math.subtractExact(ring[i - 2], x);
                long ay = Math.subtractExact(ring[i - 1], y);
                long bx = Math.subtractExact(ring[i], x);
                long by = Math.subtractExact(ring[i + 1], y);
                if (ay > 0 == by > 0 && ay != 0 && by != 0) {
                    continue;
                }
                int turn = Long.compare(Math.multiplyExact(ax, by), Math.multiplyExact(bx, ay));
                if (turn == 0
                        && Math.min(ax, bx) <= 0
                        && Math.max(ax, bx) >= 0
                        && Math.min(ay, by) <= 0
                        && Math.max(ay, by) >= 0) {
                    return 0;
                }
                if (ay <= 0 && by > 0 && turn > 0) {
                    around++;
                } else if (ay > 0 && by <= 0 && turn < 0) {
                    around--;
                }
            }
            inside ^= around != 0;
        }
        return inside ? 1 : -1;
    }
}
