package io.gridwhistle.benchmarks.lookup;

import com.google.common.geometry.S2ContainsPointQuery;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LaxPolygonShape;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Shape;
import com.google.common.geometry.S2ShapeIndex;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSet.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** S2 in place of JTS: one shape index for the cells without others below them, one for the exclusive grids. */
final class S2LeafAndParents implements Lookup {
    private static final class Index {
        private final S2ContainsPointQuery query;
        private final Map<S2Shape, Integer> places = new IdentityHashMap<>();

        Index(List<Cell> cells) {
            var index = new S2ShapeIndex();
            for (int place = 0; place < cells.size(); place++) {
                S2Shape shape = S2LaxPolygonShape.create(loops(cells.get(place).geometry()));
                index.add(shape);
                places.put(shape, place);
            }
            // Vertices belong to all who have them, as everywhere here; edges have nothing of their own on a sphere.
            query = new S2ContainsPointQuery(index, S2ContainsPointQuery.Options.CLOSED);
            query.contains(new S2Point(1, 0, 0));
        }

        List<Integer> all(S2Point point) {
            var all = new ArrayList<Integer>(2);
            query.getContainingShapes(point).forEach(shape -> all.add(Objects.requireNonNull(places.get(shape))));
            all.sort(null);
            return all;
        }
    }

    private final List<List<Cell>> paths;
    private final List<Cell> zones;
    private final Index leafIndex;
    private final Index zoneIndex;

    S2LeafAndParents(GridSet gridSet) {
        List<Cell> leaves = Precedence.leaves(gridSet);
        paths = leaves.stream().map(gridSet::pathTo).toList();
        zones = Precedence.zones(gridSet);
        leafIndex = new Index(leaves);
        zoneIndex = new Index(zones);
    }

    @Override
    public Spot find(Point point) {
        S2Point at = S2LatLng.fromDegrees(point.lat(), point.lon()).toPoint();
        List<Integer> leaf = leafIndex.all(at);
        List<Integer> across = zoneIndex.all(at);
        return new Spot(
                leaf.isEmpty() ? List.of() : paths.get(leaf.getFirst()),
                across.isEmpty() ? List.of() : across.stream().map(zones::get).toList(),
                List.of());
    }

    /** The inside is on the left of each. */
    private static List<List<S2Point>> loops(Geometry area) {
        var loops = new ArrayList<List<S2Point>>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                loops.add(loop(polygon.getExteriorRing(), true));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    loops.add(loop(polygon.getInteriorRingN(hole), false));
                }
            }
        }
        return loops;
    }

    private static List<S2Point> loop(LinearRing ring, boolean isLeftTurning) {
        Coordinate[] corners = ring.getCoordinates();
        var loop = new ArrayList<S2Point>();
        Arrays.stream(corners, 1, corners.length)
                .forEach(corner ->
                        loop.add(S2LatLng.fromDegrees(corner.y, corner.x).toPoint()));
        if (Orientation.isCCW(corners) != isLeftTurning) {
            Collections.reverse(loop);
        }
        return loop;
    }
}
