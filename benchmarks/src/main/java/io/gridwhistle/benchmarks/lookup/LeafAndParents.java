package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSet.Spot;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The baseline: JTS finds the cell without others below it, whose parents are linked, and the exclusive grids. */
final class LeafAndParents implements Lookup {
    private final Plane plane;
    private final List<List<Cell>> paths;
    private final List<Cell> zones;
    private final PreparedTree leafTree;
    private final PreparedTree zoneTree;

    LeafAndParents(GridSet gridSet, Plane plane) {
        this.plane = plane;
        List<Cell> leaves = Precedence.leaves(gridSet);
        paths = leaves.stream().map(gridSet::pathTo).toList();
        zones = Precedence.zones(gridSet);
        leafTree = new PreparedTree(leaves, plane);
        zoneTree = new PreparedTree(zones, plane);
    }

    @Override
    public Spot find(Point point) {
        Coordinate at = plane.of(point);
        int leaf = leafTree.first(at);
        List<Integer> across = zoneTree.all(at);
        return new Spot(
                leaf == PreparedTree.NOBODY ? List.of() : paths.get(leaf),
                across.isEmpty() ? List.of() : across.stream().map(zones::get).toList(),
                List.of());
    }
}
