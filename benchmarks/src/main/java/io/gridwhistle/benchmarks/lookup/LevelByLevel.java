package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSet.Spot;
import io.gridwhistle.city.grid.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** JTS as one would use it first: a tree for each level, each asked on its own. */
final class LevelByLevel implements Lookup {
    private record Tree(List<Cell> cells, PreparedTree tree) {
        Tree(List<Cell> cells) {
            this(cells, new PreparedTree(cells, Plane.DEGREES));
        }
    }

    private final List<Tree> levels;
    private final Tree zones;

    LevelByLevel(GridSet gridSet) {
        var byLevel = Precedence.ordinary(gridSet).stream()
                .collect(Collectors.groupingBy(Cell::level, TreeMap<Level, List<Cell>>::new, Collectors.toList()));
        levels = byLevel.values().stream().map(Tree::new).toList();
        zones = new Tree(Precedence.zones(gridSet));
    }

    @Override
    public Spot find(Point point) {
        Coordinate at = Plane.DEGREES.of(point);
        var path = new ArrayList<Cell>(levels.size());
        for (Tree level : levels) {
            int place = level.tree().first(at);
            if (place != PreparedTree.NOBODY) {
                path.add(level.cells().get(place));
            }
        }
        List<Integer> across = zones.tree().all(at);
        return new Spot(
                path,
                across.isEmpty()
                        ? List.of()
                        : across.stream().map(zones.cells()::get).toList(),
                List.of());
    }
}
