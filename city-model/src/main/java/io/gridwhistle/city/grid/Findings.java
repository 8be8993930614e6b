package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Takes down what is found in a document, with where it stands there. */
final class Findings {
    private final CellTree tree;
    private final List<GridSetFinding> all = new ArrayList<>();

    Findings(CellTree tree) {
        this.tree = tree;
    }

    List<GridSetFinding> all() {
        return all;
    }

    boolean isEnough() {
        return all.size() >= GridSetFinding.ENOUGH;
    }

    /** In {@code detail} the first {@code %s} is the cell's code. */
    void add(Kind kind, Cell cell, String detail) {
        add(kind, cell, detail, cell.geometry());
    }

    void add(Kind kind, Cell cell, String detail, @Nullable Geometry where) {
        add(
                kind,
                cell,
                List.of(cell.code()),
                detail.replaceFirst("%s", cell.code().value()),
                where);
    }

    void add(Kind kind, Cell at, List<CellCode> cells, String detail, @Nullable Geometry where) {
        add(new GridSetFinding(kind, tree.pointer(at), cells, detail, where));
    }

    void add(Kind kind, Declaration declared, String detail) {
        add(kind, declared, declared.cells(), detail, declared.ground());
    }

    void add(Kind kind, Declaration declared, List<CellCode> cells, String detail, Geometry where) {
        add(new GridSetFinding(kind, "/features/" + declared.feature(), cells, detail, where));
    }

    /** Of the whole set. */
    void addToSet(String detail) {
        addToSet(Kind.DOCUMENT, detail);
    }

    void addToSet(Kind kind, String detail) {
        add(new GridSetFinding(kind, "/features", List.of(), detail, null));
    }

    private void add(GridSetFinding finding) {
        if (!isEnough()) {
            all.add(finding);
        }
    }
}
