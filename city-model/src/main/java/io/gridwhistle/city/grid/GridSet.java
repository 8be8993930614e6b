package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The boundaries of a city in one version: an immutable index from places to cells.
 *
 * <p>Ordinary cells are those that neither are nor lie under an exclusive grid. A point is owned by the deepest ordinary
 * cell that contains it, and by that cell's ancestors. Cells contain their boundary, so a point on a shared edge, or in
 * an overlap that the boundaries have, is contained in several: of these the one with the lowest code owns it.
 */
public final class GridSet {
    /** Where exclusive grids overlap: the higher priority first, then the lower code. */
    private static final Comparator<Cell> PRECEDENCE = Comparator.<Cell>comparingInt(
                    cell -> cell.exclusive() == null ? 0 : -cell.exclusive().priority())
            .thenComparing(Cell::code);

    private static final Comparator<Cell> DEEPEST =
            Comparator.comparing(Cell::level).reversed().thenComparing(Cell::code);

    private final Map<CellCode, Cell> cells = new LinkedHashMap<>();
    private final CellIndex ordinary;
    private final CellIndex exclusives;
    private final List<Cell> districts;
    private final List<Cell> buildings;

    private GridSet(List<Cell> all) {
        all.forEach(cell -> cells.put(cell.code(), cell));
        ordinary = new CellIndex(all.stream()
                .filter(this::isOrdinary)
                .filter(cell -> cell.level() != Level.CITY)
                .toList());
        exclusives = new CellIndex(
                all.stream().filter(cell -> cell.exclusive() != null).toList());
        districts = all.stream()
                .filter(cell -> cell.level() == Level.DISTRICT && isOrdinary(cell))
                .toList();
        buildings = all.stream().filter(cell -> cell.building() != null).toList();
    }

    /** Errors: {@link InvalidGridSetException} with everything that is wrong. */
    public static GridSet read(byte[] geoJson) {
        List<Cell> cells = GridSetReader.read(geoJson);
        List<GridSetFinding> findings = GridSetCheck.check(cells);
        if (!findings.isEmpty()) {
            throw new InvalidGridSetException(findings);
        }
        return new GridSet(cells);
    }

    public Optional<Cell> findCell(CellCode code) {
        return Optional.ofNullable(cells.get(code));
    }

    public Collection<Cell> listCells() {
        return cells.values();
    }

    /** The ordinary cell that owns a point, the deepest there is. */
    public Optional<Cell> findOwner(Point point) {
        return ordinary.listContaining(point).stream().min(DEEPEST);
    }

    /** Exclusive grids at a point that own this class, by precedence. */
    public List<Cell> listExclusives(Point point, ClassCode classCode) {
        return exclusives.listContaining(point).stream()
                .filter(cell -> cell.exclusive() != null && cell.exclusive().appliesTo(classCode))
                .sorted(PRECEDENCE)
                .toList();
    }

    /** The cell of a building's floor, or of the building where the floor has none of its own. */
    public Optional<Cell> findBuilding(String building, @Nullable String floor) {
        var named = buildings.stream().filter(cell -> building.equals(cell.building()));
        return floor == null
                ? named.filter(cell -> cell.floors().isEmpty()).findFirst()
                : named.filter(cell -> cell.floors().isEmpty() || cell.floors().contains(floor))
                        .min(Comparator.comparing((Cell cell) -> cell.floors().isEmpty())
                                .thenComparing(Cell::code));
    }

    /** Ground that nobody owns, or that several do; the largest first. Takes seconds for a city. */
    public List<CoverageFinding> checkCoverage() {
        return CoverageCheck.check(this);
    }

    /** Where three or more districts meet. */
    public List<MeetingPoint> listMeetingPoints() {
        return MeetingPoint.find(districts);
    }

    /** The cell that a place names: its building's, or its grid code's where it has no point that is more exact. */
    public Optional<Cell> findNamed(ReportedPlace place) {
        Optional<Cell> building =
                place.building() == null ? Optional.empty() : findBuilding(place.building(), place.floor());
        return building.isPresent() || place.gridCode() == null || place.hasPoint()
                ? building
                : findCell(place.gridCode());
    }

    /** The cell and its ancestors, from the top down. */
    public List<Cell> pathTo(Cell cell) {
        var path = new ArrayList<Cell>();
        Set<CellCode> seen = new HashSet<>();
        for (Cell at = cell;
                at != null && seen.add(at.code());
                at = at.parent() == null ? null : cells.get(at.parent())) {
            path.add(at);
        }
        return path.reversed();
    }

    /** How far a point is from the nearest district, in metres; 0 inside. */
    public Distance distanceToDistricts(Point point) {
        return districts.stream()
                .map(district -> new Distance(district, Distances.metres(district.geometry(), point)))
                .min(Comparator.comparingDouble(Distance::metres))
                .orElseThrow();
    }

    public record Distance(Cell district, double metres) {}

    boolean isOrdinary(Cell cell) {
        return pathTo(cell).stream().allMatch(it -> it.exclusive() == null);
    }
}
