package io.gridwhistle.city.grid;

import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.city.plane.Frame;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds ground that a grid set leaves to nobody, or gives to several (绝不留下失控漏管空白).
 *
 * <p>Ordinary cells of one parent are to cover it and nothing else, each spot once; a parent without children needs none.
 * Floors lie above each other within their building. A family that {@link Tiling} proves is done with; of every other one
 * each piece of ground that is covered wrongly is a finding, but for what is smaller than {@link #TOLERANCE} and for
 * declared ground.
 */
final class CoverageCheck {
    /** In square metres: what borders may be apart where they share no vertices, and are written with few decimals. */
    static final double TOLERANCE = 0.1;

    private final GridSetDocument document;
    private final CellTree tree;
    private final GridSetCheck sound;
    private final Findings findings;
    private final Frame frame;
    private final DeclaredGround declared;
    private final Effort effort;
    /** By a cell that others lie in, a family or none. */
    private final Map<Cell, PreparedGround> frames = new IdentityHashMap<>();

    private CoverageCheck(GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings) {
        this.document = document;
        this.declared = new DeclaredGround(document.declarations());
        this.effort = new Effort(document);
        this.tree = tree;
        this.sound = sound;
        this.findings = findings;
        this.frame = Frame.around(document.cells().stream().map(Cell::geometry).toList());
    }

    static void check(GridSetDocument document, CellTree tree, GridSetCheck sound, Findings findings) {
        new CoverageCheck(document, tree, sound, findings).findAll();
    }

    private void findAll() {
        tree.families().forEach((parent, children) -> tree.find(parent).ifPresent(it -> checkFamily(it, children)));
        for (Cell cell : document.cells()) {
            if (sound.hasBorder(cell) && !findings.isEnough()) {
                BorderCheck.check(cell, findings);
                tree.frame(cell)
                        .filter(sound::hasBorder)
                        .ifPresent(around -> checkInside(
                                cell,
                                around,
                                frames.computeIfAbsent(around, it -> new PreparedGround(around.geometry()))));
                if (cell.level() == Level.CITY) {
                    checkHoles(cell);
                }
            }
        }
        InCityCheck.check(document, tree, sound, findings);
        DeclarationCheck.check(document, tree, sound, findings, effort);
        if (effort.isSpent()) {
            findings.addToSet(
                    "too many cells lie in each other's boxes to compare them all; nothing is proven of the rest");
        }
    }

    /** What cannot be told before all of a family can be reckoned with, is not told. */
    private void checkFamily(Cell parent, List<Cell> all) {
        List<Cell> children = all.stream().filter(sound::hasBorder).toList();
        boolean isWhole = children.size() == all.size() && document.isWhole(parent.code());
        if (isWhole && sound.hasBorder(parent) && Tiling.isExact(parent, children, frame)) {
            return;
        }
        forEachOverlap(children);
        if (sound.hasBorder(parent)) {
            var around = new PreparedGround(parent.geometry());
            children.forEach(cell -> checkInside(cell, parent, around));
            if (isWhole && !findings.isEnough()) {
                checkGaps(parent, children);
            }
        }
    }

    /** The ground that is covered by two of these cells without being declared as shared, piece by piece. */
    private void forEachOverlap(List<Cell> cells) {
        var index = new STRtree();
        cells.forEach(cell -> index.insert(cell.geometry().getEnvelopeInternal(), cell));
        for (Cell one : cells) {
            if (findings.isEnough() || effort.isSpent()) {
                return;
            }
            index.query(one.geometry().getEnvelopeInternal(), item -> {
                if (item instanceof Cell other && tree.feature(one) < tree.feature(other) && !effort.isSpent()) {
                    effort.compare(one.geometry(), other.geometry());
                    checkOverlap(one, other);
                }
            });
        }
    }

    private void checkOverlap(Cell one, Cell other) {
        Geometry overlap = declared.without(
                Ground.both(one.geometry(), other.geometry()),
                shared -> shared.sharesOut(one.code()) && shared.sharesOut(other.code()));
        Cell low = one.code().compareTo(other.code()) <= 0 ? one : other;
        Cell high = low == one ? other : one;
        large(overlap)
                .forEach(piece -> find(
                        Kind.OVERLAP,
                        low,
                        high,
                        "ground of both '%s' and '%s'; give it to one of them, or declare it as shared",
                        piece));
    }

    /** The parent's ground that is nobody's without being declared as outside, piece by piece. */
    private void checkGaps(Cell parent, List<Cell> children) {
        Geometry gaps = Ground.minus(
                parent.geometry(),
                Ground.union(children.stream().map(Cell::geometry).toList()));
        List<Polygon> large = large(declared.without(gaps));
        var holes = new Holes(large.isEmpty() ? List.of() : children);
        for (Polygon gap : large) {
            if (findings.isEnough()) {
                return;
            }
            var codes = new ArrayList<>(List.of(parent.code()));
            codes.addAll(holes.around(gap));
            findings.add(
                    Kind.GAP,
                    parent,
                    codes,
                    "ground of '%s' that is in none of the cells below it%s; cover it, or declare it as outside"
                            .formatted(
                                    parent.code(),
                                    codes.size() == 1 ? "" : ", in a hole of '%s'".formatted(codes.getLast())),
                    gap);
        }
    }

    /** What lies within the city's border without being the city's, nobody will own. */
    private void checkHoles(Cell city) {
        for (Polygon hole : Holes.of(city)) {
            large(declared.without(hole))
                    .forEach(piece -> findings.add(
                            Kind.GAP,
                            city,
                            "a hole in '%s'; cover it, or declare it as outside, as an enclave is",
                            piece));
        }
    }

    private void checkInside(Cell cell, Cell around, PreparedGround ground) {
        if (!findings.isEnough() && !ground.covers(cell.geometry())) {
            large(Ground.minus(cell.geometry(), around.geometry()))
                    .forEach(piece -> find(
                            Kind.OUTSIDE,
                            cell,
                            around,
                            "ground of '%s' that is not in '%s'; a cell lies in its parent, a floor in its building",
                            piece));
        }
    }

    static List<Polygon> large(Geometry where) {
        return Ground.pieces(where).stream()
                .filter(piece -> Ground.squareMetres(piece) > TOLERANCE)
                .toList();
    }

    private void find(Kind kind, Cell one, Cell other, String detail, Geometry where) {
        List<CellCode> codes = List.of(one.code(), other.code());
        findings.add(kind, one, codes, detail.formatted(one.code(), other.code()), where);
    }
}
