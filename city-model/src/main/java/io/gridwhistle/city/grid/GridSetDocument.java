package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A grid set as it was written: every feature a cell or a declaration, but for those that could not be read.
 *
 * @param features by cell: its number in the document
 * @param repairUpTo the width of gaps and overlaps that the city asks to have mended, in metres; 0 where it does not ask
 * @param withoutDistricts that the city still names and that have no ground any more
 * @param unread features that are neither
 * @param faults what is wrong with those
 */
record GridSetDocument(
        List<Cell> cells,
        List<Integer> features,
        List<Declaration> declarations,
        double repairUpTo,
        Set<DistrictCode> withoutDistricts,
        List<Unread> unread,
        List<GridSetFinding> faults) {

    /** What may be known of a feature that could not be read. */
    record Unread(@Nullable CellCode code, @Nullable CellCode parent) {}

    /** The codes that stand in the document, with those of cells that could not be read. */
    Set<CellCode> codes() {
        var codes = new HashSet<CellCode>();
        cells.forEach(cell -> codes.add(cell.code()));
        unread.stream().map(Unread::code).filter(code -> code != null).forEach(codes::add);
        return codes;
    }

    /** Whether all that lies in this parent has been read, so that what nobody has there is nobody's. */
    boolean isWhole(CellCode parent) {
        return unread.stream()
                .noneMatch(it -> it.parent() == null || it.parent().equals(parent));
    }

    /** With other ground for these cells. */
    GridSetDocument with(Map<Cell, Geometry> grounds) {
        List<Cell> now = cells.stream()
                .map(cell -> {
                    Geometry ground = grounds.get(cell);
                    return ground == null ? cell : cell.on(ground);
                })
                .toList();
        return new GridSetDocument(now, features, declarations, repairUpTo, withoutDistricts, unread, faults);
    }
}
