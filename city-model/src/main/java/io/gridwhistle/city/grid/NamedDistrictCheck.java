package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.DistrictCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An exclusive grid that names a district has some ground in it: its cases are that district's.
 *
 * <p>One below a cell that names a district lies in that one, or is told that it reaches out of it.
 */
final class NamedDistrictCheck {
    private record District(Cell cell, PreparedGround ground) {}

    private final Map<DistrictCode, District> districts = new HashMap<>();
    private final CellTree tree;
    private final Findings findings;

    private NamedDistrictCheck(GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        for (Cell cell : document.cells()) {
            if (cell.level() == Level.DISTRICT
                    && cell.district() != null
                    && sound.hasBorder(cell)
                    && tree.isOrdinary(cell)) {
                districts.put(cell.district(), new District(cell, new PreparedGround(cell.geometry())));
            }
        }
    }

    static void check(GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings) {
        var check = new NamedDistrictCheck(document, tree, sound, findings);
        document.cells().stream()
                .filter(cell -> sound.hasBorder(cell) && !tree.isOrdinary(cell))
                .forEach(check::check);
    }

    private void check(Cell cell) {
        District named = cell.district() == null ? null : districts.get(cell.district());
        if (named != null
                && !findings.isEnough()
                && tree.upFrom(cell).stream().skip(1).allMatch(above -> above.district() == null)
                && !named.ground().covers(cell.geometry())
                && CoverageCheck.large(Ground.both(cell.geometry(), named.cell().geometry()))
                        .isEmpty()) {
            findings.add(
                    Kind.DISTRICT,
                    cell,
                    List.of(cell.code(), named.cell().code()),
                    "'%s' has no ground in district '%s', which it names; name the one that it lies in, or none"
                            .formatted(cell.code(), cell.district()),
                    cell.geometry());
        }
    }
}
