package io.gridwhistle.city.grid;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Units;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * A grid set on its way to being published: read, repaired where it asks for that, and proven to leave no ground to nobody.
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
    private final List<GridSetRepair> repairs;
    private final Map<Integer, Geometry> grounds;

    private GridSetDraft(
            @Nullable GridSetDocument document,
            List<GridSetFinding> findings,
            List<GridSetRepair> repairs,
            Map<Integer, Geometry> grounds) {
        this.document = document;
        this.findings =
                findings.stream().sorted(ORDER).limit(GridSetFinding.ENOUGH).toList();
        this.repairs = List.copyOf(repairs);
        this.grounds = grounds;
    }

    public static GridSetDraft read(byte[] geoJson) {
        return read(new ByteArrayInputStream(geoJson));
    }

    /** Takes seconds for a city. */
    public static GridSetDraft read(InputStream geoJson) {
        return read(geoJson, true);
    }

    /** Without repairing anything, whatever the document asks for. */
    public static GridSetDraft readAsItIs(InputStream geoJson) {
        return read(geoJson, false);
    }

    private static GridSetDraft read(InputStream geoJson, boolean repairing) {
        GridSetDocument document;
        try {
            document = GridSetReader.readPosted(geoJson);
        } catch (InvalidGridSetException e) {
            return new GridSetDraft(null, e.findings(), List.of(), Map.of());
        }
        var tree = new CellTree(document);
        var sound = new GridSetCheck(document, tree);
        if (!repairing || document.repairUpTo() == 0 || !sound.isMeasurable()) {
            return new GridSetDraft(document, prove(document, tree, sound), List.of(), Map.of());
        }
        var repairs = new Repairs(document, tree, sound);
        GridSetDocument repaired = repairs.run();
        var fit = new CellTree(repaired);
        return new GridSetDraft(
                repaired, prove(repaired, fit, new GridSetCheck(repaired, fit)), repairs.made(), repairs.grounds());
    }

    private static List<GridSetFinding> prove(GridSetDocument document, CellTree tree, GridSetCheck sound) {
        var findings = new Findings(tree);
        ExclusiveCheck.check(document.cells(), findings);
        FloorCheck.check(document.cells(), tree, findings);
        if (sound.isMeasurable()) {
            NamedDistrictCheck.check(document, tree, sound, findings);
            CoverageCheck.check(document, tree, sound, findings);
        }
        var all = new ArrayList<>(document.faults());
        all.addAll(sound.findings());
        all.addAll(findings.all());
        return all;
    }

    /** Everything wrong with it that was not repaired, kind by kind, the largest ground first. */
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
        DistrictCheck.check(document, city, elsewhere);
        return elsewhere.all().stream().sorted(ORDER).toList();
    }

    /** What was done to it, from the top down. */
    public List<GridSetRepair> repairs() {
        return repairs;
    }

    /** Copies the document that it was read from, as it was repaired. */
    public void write(InputStream geoJson, OutputStream out) {
        RepairedGeoJson.write(geoJson, grounds, repairs, out);
    }

    /** What was done to a published grid set before it was published, as GeoJSON features; empty where nothing was. */
    public static List<JsonNode> repairsIn(InputStream geoJson) {
        return RepairedGeoJson.repairsIn(geoJson);
    }

    /** What could be read of its cells. */
    public List<Cell> listCells() {
        return document == null ? List.of() : document.cells();
    }
}
