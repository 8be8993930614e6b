package io.gridwhistle.city.grid;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Units;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid set on its way to being published: read, and proven to leave no ground to nobody.
 *
 * <p>What a city publishes may be any file. Whatever can be told about it is told at once.
 */
public final class GridSetDraft {
    /** Kind by kind, the largest ground first. */
    private static final Comparator<GridSetFinding> ORDER = Comparator.comparing(GridSetFinding::kind)
            .thenComparing(
                    Comparator.comparingDouble(GridSetFinding::squareMetres).reversed());

    private final @Nullable GridSetDocument document;
    private final List<GridSetFinding> findings;

    private GridSetDraft(@Nullable GridSetDocument document, List<GridSetFinding> findings) {
        this.document = document;
        this.findings = findings.stream().sorted(ORDER).toList();
    }

    public static GridSetDraft read(byte[] geoJson) {
        return read(new ByteArrayInputStream(geoJson));
    }

    /** Takes seconds for a city. */
    public static GridSetDraft read(InputStream geoJson) {
        GridSetDocument document;
        try {
            document = GridSetReader.read(geoJson);
        } catch (InvalidGridSetException e) {
            return new GridSetDraft(null, e.findings());
        }
        return new GridSetDraft(document, prove(document));
    }

    private static List<GridSetFinding> prove(GridSetDocument document) {
        var tree = new CellTree(document);
        var sound = new GridSetCheck(document, tree);
        var findings = new Findings(tree);
        ExclusiveCheck.check(document.cells(), findings);
        FloorCheck.check(tree, findings);
        if (sound.isMeasurable()) {
            CoverageCheck.check(document, tree, sound, findings);
        }
        var all = new ArrayList<>(document.faults());
        all.addAll(sound.findings());
        all.addAll(findings.all());
        return all;
    }

    /** Everything wrong with it as it stands, kind by kind, the largest ground first. */
    public List<GridSetFinding> findings() {
        return findings;
    }

    /** What it names that the city does not have, or whom no order can reach. */
    public List<GridSetFinding> check(City city, Units units) {
        if (document == null) {
            return List.of();
        }
        var tree = new CellTree(document);
        var elsewhere = new Findings(tree);
        ReferenceCheck.check(document.cells(), city, units, tree, elsewhere);
        return elsewhere.all().stream().sorted(ORDER).toList();
    }

    /** What could be read of its cells. */
    public List<Cell> listCells() {
        return document == null ? List.of() : document.cells();
    }
}
