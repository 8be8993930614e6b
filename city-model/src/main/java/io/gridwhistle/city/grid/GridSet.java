package io.gridwhistle.city.grid;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.plane.Frame;
import io.gridwhistle.city.plane.Lattice;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The boundaries of a city in one version: an immutable index from places to cells.
 *
 * <p>Ordinary cells are those that neither are nor lie under an exclusive grid. Of these, the ones with no others below
 * them own the ground: a point belongs to the one that contains it, and with it to that one's ancestors. Cells contain
 * their border, so a point on a shared edge is contained in several: the deepest goes first, then the one with the lowest
 * code. Ground that the cells below leave out belongs to the deepest cell above that contains it, and what districts leave out
 * of the city to the nearest of them. Floors own no ground: they are found by their building. Everything is compared on the {@link Lattice}.
 */
public final class GridSet {
    /**
     * The cells at a point.
     *
     * @param path ordinary cells from the city down to the owner; empty outside the city
     * @param exclusives exclusive grids of any class, by precedence
     * @param sharers cells that share the ground with the owner, as declared
     */
    public record Spot(List<Cell> path, List<Cell> exclusives, List<Cell> sharers) {
        public Optional<Cell> owner() {
            return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
        }
    }

    /** {@code floor}: none for the building as a whole. */
    private record Indoors(String building, @Nullable String floor) {}

    private final Map<CellCode, Cell> cells = new LinkedHashMap<>();
    private final List<Declaration> declarations;
    private final Map<Indoors, Cell> buildings = new HashMap<>();
    private final List<Cell> districts;
    private final Frame frame;
    private final SpotIndex index;
    /** By exclusive grid, once somebody has asked: overlays take milliseconds. */
    private final Map<CellCode, List<DistrictCode>> spread = new ConcurrentHashMap<>();

    private final Map<CellCode, Point> middles = new ConcurrentHashMap<>();

    GridSet(GridSetDocument document) {
        declarations = document.declarations();
        for (Cell cell : document.cells()) {
            cells.put(cell.code(), cell);
            if (cell.building() != null) {
                add(cell.building(), cell);
            }
        }
        frame = Frame.around(cells.values().stream().map(Cell::geometry).toList());
        districts = cells.values().stream()
                .filter(cell -> cell.level() == Level.DISTRICT && isOrdinary(cell))
                .sorted(Comparator.comparing(Cell::code))
                .toList();
        index = new SpotIndex(this, frame);
    }

    private void add(String building, Cell cell) {
        if (cell.floors().isEmpty()) {
            buildings.putIfAbsent(new Indoors(building, null), cell);
        }
        for (String floor : cell.floors()) {
            var lowerCode = BinaryOperator.minBy(Comparator.comparing(Cell::code));
            buildings.merge(new Indoors(building, floor), cell, lowerCode);
        }
    }

    /** Errors: {@link InvalidGridSetException} with everything that keeps it from being looked up in. */
    public static GridSet read(byte[] geoJson) {
        return of(GridSetReader.read(geoJson));
    }

    static GridSet of(GridSetDocument document) {
        var findings = new ArrayList<>(document.faults());
        findings.addAll(new GridSetCheck(document, new CellTree(document)).findings());
        if (!findings.isEmpty()) {
            throw new InvalidGridSetException(findings);
        }
        return new GridSet(document);
    }

    public Optional<Cell> findCell(CellCode code) {
        return Optional.ofNullable(cells.get(code));
    }

    public Collection<Cell> listCells() {
        return cells.values();
    }

    /** All cells at a point. */
    public Spot locate(Point point) {
        Spot spot = index.find(point);
        return index.isTheCitys(spot) ? inNearestDistrict(spot, point) : spot;
    }

    /** Between districts that are proven to cover the city there is room for points less than a unit from their borders. */
    private Spot inNearestDistrict(Spot spot, Point point) {
        Point snapped = new Point(Lattice.snap(point.lon()), Lattice.snap(point.lat()));
        List<Cell> path = pathTo(distanceToDistricts(snapped).district());
        List<Cell> others =
                spot.sharers().stream().filter(cell -> !path.contains(cell)).toList();
        return new Spot(path, spot.exclusives(), others);
    }

    /** The districts that a cell lies in; one that says nothing itself lies in those that hold a part of its ground. */
    public List<DistrictCode> listDistricts(Cell cell) {
        return cell.district() != null
                ? List.of(cell.district())
                : spread.computeIfAbsent(cell.code(), code -> Ground.districtsUnder(cell, districts));
    }

    /** A point well inside a cell, and in the city; found once, for that looks at all of its border. */
    public Point middleOf(Cell cell) {
        return middles.computeIfAbsent(cell.code(), code -> inCity(cell).middle());
    }

    /** Of an exclusive grid that reaches out of the city, or into an enclave, what is the city's. */
    private Cell inCity(Cell cell) {
        if (isOrdinary(cell) || isTheCitys(cell.middle())) {
            return cell;
        }
        List<Geometry> parts = districts.stream()
                .map(district -> Ground.both(cell.geometry(), district.geometry()))
                .toList();
        Geometry ground = new DeclaredGround(declarations).without(Ground.union(parts));
        return ground.isEmpty() ? cell : cell.on(ground);
    }

    private boolean isTheCitys(Point point) {
        return !locate(point).path().isEmpty();
    }

    /** Whether a cell has a point. */
    public boolean holds(Cell cell, Point point) {
        return Ground.metres(cell.geometry(), point) == 0;
    }

    /** The ordinary cell that owns a point. */
    public Optional<Cell> findOwner(Point point) {
        return locate(point).owner();
    }

    /** Exclusive grids at a point that own this class, by precedence. */
    public List<Cell> listExclusives(Point point, ClassCode classCode) {
        return locate(point).exclusives().stream()
                .filter(cell -> cell.exclusive() != null && cell.exclusive().appliesTo(classCode))
                .toList();
    }

    /** The cell of a building's floor, or of the building where the floor has none of its own. */
    public Optional<Cell> findBuilding(String building, @Nullable String floor) {
        Cell named = floor == null ? null : buildings.get(new Indoors(building, floor));
        return Optional.ofNullable(named == null ? buildings.get(new Indoors(building, null)) : named);
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
        var path = new Cell[Level.values().length];
        int at = path.length;
        // Each parent is of a higher level, so this ends.
        for (Cell next = cell; next != null; next = next.parent() == null ? null : cells.get(next.parent())) {
            path[--at] = next;
        }
        return List.of(Arrays.copyOfRange(path, at, path.length));
    }

    /** What it names that the city does not have, or whom no order can reach, with these words and these units. */
    public List<GridSetFinding> check(City city, Units units) {
        var tree = new CellTree(List.copyOf(cells.values()));
        var findings = new Findings(tree);
        ReferenceCheck.check(cells.values(), city, units, tree, findings);
        return findings.all();
    }

    /** Where three or more districts meet. */
    public List<MeetingPoint> listMeetingPoints() {
        return MeetingPoint.find(districts, frame);
    }

    /** How far a point is from the nearest district, of several the one with the lowest code; in metres, 0 inside. */
    public Distance distanceToDistricts(Point point) {
        return districts.stream()
                .map(district -> new Distance(district, Ground.metres(district.geometry(), point)))
                .min(Comparator.comparingDouble(Distance::metres))
                .orElseThrow();
    }

    public record Distance(Cell district, double metres) {}

    /** What the city has declared as outside of itself at a point, by its name where it has one. */
    Optional<String> findEnclave(Point point) {
        return declarations.stream()
                .filter(it -> it.declares() == Declaration.Kind.OUTSIDE && Ground.metres(it.ground(), point) == 0)
                .findFirst()
                .map(it -> it.name() == null ? "ground" : "'" + it.name() + "'");
    }

    /** What the index takes on the heap, in bytes; the cells themselves and their borders are beside it. */
    public long indexBytes() {
        return index.bytes();
    }

    List<Declaration> declarations() {
        return declarations;
    }

    boolean isOrdinary(Cell cell) {
        Cell at = cell;
        while (at != null && at.exclusive() == null) {
            at = at.parent() == null ? null : cells.get(at.parent());
        }
        return at == null;
    }

    /** The ordinary cells that lie beside each other in one parent, by that parent. */
    Map<CellCode, List<Cell>> families() {
        Map<CellCode, List<Cell>> families = new LinkedHashMap<>();
        for (Cell cell : cells.values()) {
            if (cell.parent() != null && cell.floors().isEmpty() && isOrdinary(cell)) {
                families.computeIfAbsent(cell.parent(), it -> new ArrayList<>()).add(cell);
            }
        }
        return families;
    }
}
