package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Who holds a point: of some areas the first, of some zones all, exactly.
 *
 * <p>Areas and zones are known by their places in the lists that the index was built of; the earlier goes first.
 */
final class PlaneIndex {
    static final int NOBODY = -1;
    private static final int[] NONE = {};
    /** Of 2^14 units, some 18 metres. */
    private static final int SLABS = 14;

    /** {@code owner} is the place of an area or {@link #NOBODY}, {@code zones} those of the zones, in order. */
    record Hit(int owner, int[] zones) {}

    private static final Hit OUTSIDE = new Hit(NOBODY, NONE);

    private final Frame frame;
    private final int areas;
    private final Borders borders;
    private final STRtree tree = new STRtree();

    PlaneIndex(List<Geometry> areas, List<Geometry> zones) {
        var all = new ArrayList<>(areas);
        all.addAll(zones);
        this.frame = Frame.around(all);
        this.areas = areas.size();
        this.borders = new Borders(all, frame, SLABS);
        for (int i = 0; i < all.size(); i++) {
            tree.insert(all.get(i).getEnvelopeInternal(), i);
        }
        tree.build();
    }

    Hit find(Point point) {
        long east = Lattice.of(point.lon()) - frame.west();
        long north = Lattice.of(point.lat()) - frame.south();
        if (!frame.holds(east, north)) {
            return OUTSIDE;
        }
        var found = new ArrayList<Integer>();
        var at = new Coordinate(Lattice.snap(point.lon()), Lattice.snap(point.lat()));
        tree.query(new Envelope(at), item -> {
            if (item instanceof Integer who && borders.holds(who, (int) east, (int) north)) {
                found.add(who);
            }
        });
        Collections.sort(found);
        int owner = found.isEmpty() || found.getFirst() >= areas ? NOBODY : found.getFirst();
        int[] zones = found.stream()
                .filter(who -> who >= areas)
                .mapToInt(who -> who - areas)
                .toArray();
        return new Hit(owner, zones.length == 0 ? NONE : zones);
    }

    /** What it takes on the heap, but for object headers. */
    long bytes() {
        return borders.bytes();
    }
}
