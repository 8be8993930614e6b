package io.gridwhistle.benchmarks;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.id.ClassCode;
import java.util.List;

/** The cells at a point: the ordinary ones from the city down, and the exclusive ones by precedence. */
record OwningCells(List<Cell> path, List<Cell> exclusives) {

    static OwningCells find(GridSet gridSet, Point point, ClassCode classCode) {
        return new OwningCells(
                gridSet.findOwner(point).map(gridSet::pathTo).orElse(List.of()),
                gridSet.listExclusives(point, classCode));
    }
}
