package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Exclusive grids are the city's: a building all of it, any other at least in part.
 *
 * <p>They can be named in a report that has no point, which then would be in no district. One that is no building may reach
 * beyond the city, as real ones do; a point there is refused.
 */
final class InCityCheck {
    private final Cell city;
    private final PreparedGround ground;
    private final Findings findings;

    private InCityCheck(Cell city, Geometry ground, Findings findings) {
        this.city = city;
        this.ground = new PreparedGround(ground);
        this.findings = findings;
    }

    static void check(GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings) {
        List<Cell> exclusive = document.cells().stream()
                .filter(cell -> cell.floors().isEmpty() && sound.hasBorder(cell) && !tree.isOrdinary(cell))
                .toList();
        if (!exclusive.isEmpty()) {
            document.cells().stream()
                    .filter(cell -> cell.level() == Level.CITY && sound.hasBorder(cell))
                    .findFirst()
                    .map(city -> new InCityCheck(
                            city, new DeclaredGround(document.declarations()).without(city.geometry()), findings))
                    .ifPresent(check -> exclusive.forEach(check::check));
        }
    }

    private void check(Cell cell) {
        if (findings.isEnough() || ground.covers(cell.geometry())) {
            return;
        }
        if (cell.building() != null) {
            CoverageCheck.large(Ground.minus(cell.geometry(), ground.area()))
                    .forEach(piece -> find(
                            cell, "ground of building '%s' that is not in '%s', or is declared as outside", piece));
        } else if (CoverageCheck.large(Ground.both(cell.geometry(), ground.area()))
                .isEmpty()) {
            find(cell, "'%s' is nowhere in '%s', or is declared as outside", cell.geometry());
        }
    }

    private void find(Cell cell, String detail, Geometry where) {
        findings.add(
                Kind.OUTSIDE,
                cell,
                List.of(cell.code(), city.code()),
                detail.formatted(cell.code(), city.code()),
                where);
    }
}
