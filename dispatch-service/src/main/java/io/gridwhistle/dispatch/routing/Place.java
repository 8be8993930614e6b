package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.Exclusive;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.ClassCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/**
 * A reported place in terms of grid cells.
 *
 * <p>A building (with floor) goes before the point, the point before a grid code: who names the third floor of a mall
 * knows better than his telephone's satellites.
 *
 * @param point in WGS 84, as far as one was reported
 * @param path ordinary cells, the city first, the leaf last; empty outside the city
 * @param overrides cells of exclusive grids that lead here, the innermost first
 * @param coOwners exclusive grids that co-handle here, by precedence
 * @param sharers ordinary cells that the ground here is shared with, as declared; they co-handle
 */
record Place(@Nullable Point point, List<Cell> path, List<Cell> overrides, List<Cell> coOwners, List<Cell> sharers) {
    private static final GridSet.Spot NOWHERE = new GridSet.Spot(List.of(), List.of(), List.of());

    static Place find(ReportedPlace reported, ClassCode classCode, GridSet gridSet) {
        Point point = Coordinates.findPoint(reported).orElse(null);
        Cell named = gridSet.findNamed(reported).orElse(null);
        Point at = named == null ? point : gridSet.middleOf(named);
        SequencedCollection<Cell> overrides = new LinkedHashSet<>();
        Cell leaf = null;
        if (named != null) {
            List<Cell> up = gridSet.pathTo(named).reversed();
            List<Cell> grids =
                    up.stream().filter(cell -> cell.exclusive() != null).toList();
            if (grids.isEmpty()) {
                leaf = named;
            } else if (leads(grids.getFirst(), classCode)) {
                // What is ordinary above the outermost exclusive grid comes with the path.
                up.subList(0, up.indexOf(grids.getLast()) + 1).stream()
                        .filter(cell -> cell.exclusive() == null || leads(cell, classCode))
                        .forEach(overrides::add);
            }
        }
        GridSet.Spot spot = at == null ? NOWHERE : gridSet.locate(at);
        List<Cell> path = leaf == null ? spot.path() : gridSet.pathTo(leaf);
        var coOwners = new ArrayList<Cell>();
        for (Cell exclusive : spot.exclusives()) {
            if (applies(exclusive, classCode)) {
                (leads(exclusive, classCode) ? overrides : coOwners).add(exclusive);
            }
        }
        List<Cell> sharers =
                spot.sharers().stream().filter(cell -> !path.contains(cell)).toList();
        return new Place(point, path, List.copyOf(overrides), coOwners, sharers);
    }

    private static boolean leads(Cell cell, ClassCode classCode) {
        Exclusive grid = cell.exclusive();
        return grid != null && grid.mode() == Exclusive.Mode.OVERRIDE && applies(cell, classCode);
    }

    private static boolean applies(Cell cell, ClassCode classCode) {
        return cell.exclusive() != null && cell.exclusive().appliesTo(classCode);
    }

    /** Every cell of the place, from the outermost inwards, exclusive grids last. */
    List<Cell> allCells() {
        var all = new ArrayList<>(path);
        coOwners.reversed().stream().filter(cell -> !all.contains(cell)).forEach(all::add);
        overrides.reversed().stream().filter(cell -> !all.contains(cell)).forEach(all::add);
        return all;
    }

    /** The cells that answer for the place, the innermost first: the exclusive ones where they lead, with the district and the city above. */
    List<Cell> chain() {
        if (overrides.isEmpty()) {
            return path.reversed();
        }
        var chain = new ArrayList<>(overrides);
        path.reversed().stream()
                .filter(cell -> cell.level().compareTo(Level.DISTRICT) <= 0)
                .forEach(chain::add);
        return chain;
    }
}
