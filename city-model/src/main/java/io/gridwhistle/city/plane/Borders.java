package io.gridwhistle.city.plane;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The borders of many areas on the lattice, cut into slabs of latitude: whether a point is inside an area is decided by
 * the few edges of that slab, in whole numbers.
 *
 * <p>Coordinates are lattice units east and north of an origin. An area contains its border.
 */
public final class Borders {
    private final int shift;
    /** By area: where its slabs begin in {@link #starts}, less the number of its southernmost slab. */
    private final int[] slabs;
    /** By area and slab: where its edges begin in {@link #edges}. */
    private final int[] starts;
    /** By edge: x and y of its southern end, x and y of its northern end. */
    private final int[] edges;

    /** {@code shift}: a slab is 2 to the power of it units high. */
    public Borders(List<Geometry> areas, Frame frame, int shift) {
        this.shift = shift;
        slabs = new int[areas.size()];
        int count = 0;
        for (int area = 0; area < slabs.length; area++) {
            Envelope box = areas.get(area).getEnvelopeInternal();
            int south = frame.y(box.getMinY()) >> shift;
            slabs[area] = count - south;
            count += (frame.y(box.getMaxY()) >> shift) - south + 1;
        }
        starts = new int[count + 1];
        for (int area = 0; area < slabs.length; area++) {
            int slab = slabs[area];
            frame.forEachEdgeNorthwards(areas.get(area), (x1, y1, x2, y2) -> {
                for (int row = y1 >> shift; row <= y2 >> shift; row++) {
                    starts[slab + row + 1] += 4;
                }
            });
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        edges = new int[starts[count]];
        int[] next = starts.clone();
        for (int area = 0; area < slabs.length; area++) {
            int slab = slabs[area];
            frame.forEachEdgeNorthwards(areas.get(area), (x1, y1, x2, y2) -> {
                for (int row = y1 >> shift; row <= y2 >> shift; row++) {
                    int at = next[slab + row];
                    edges[at] = x1;
                    edges[at + 1] = y1;
                    edges[at + 2] = x2;
                    edges[at + 3] = y2;
                    next[slab + row] = at + 4;
                }
            });
        }
    }

    /** Whether the area holds the point; its latitude is one that the area's slabs reach. */
    public boolean holds(int area, int x, int y) {
        return winding(area, x, y) != 0;
    }

    /** 2 where the point is on the border, and 1 where an odd number of edges is east of it. */
    private int winding(int area, int x, int y) {
        int slab = slabs[area] + (y >> shift);
        int on = 0;
        int crossed = 0;
        for (int at = starts[slab]; at < starts[slab + 1]; at += 4) {
            int x1 = edges[at];
            int y1 = edges[at + 1];
            int x2 = edges[at + 2];
            int y2 = edges[at + 3];
            if (y < y1 || y > y2 || x > Math.max(x1, x2)) {
                continue;
            }
            long west = Frame.west(x1, y1, x2, y2, x, y);
            if (west == 0 && x >= Math.min(x1, x2)) {
                on = 2;
            }
            // A corner belongs to the edge that goes up from it, or each would be crossed twice.
            if (y < y2 && (west > 0 || (west == 0 && x2 > x1))) {
                crossed ^= 1;
            }
        }
        return on | crossed;
    }
}
