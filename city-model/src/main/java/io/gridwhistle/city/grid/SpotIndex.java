package io.gridwhistle.city.grid;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet.Spot;
import io.gridwhistle.city.plane.Cover;
import io.gridwhistle.city.plane.Frame;
import io.gridwhistle.city.plane.PlaneIndex;
import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** From points to what stands there: owners, exclusive grids and shared ground in one pass. */
final class SpotIndex implements PlaneIndex.Answers<Spot> {
    /** Where exclusive grids overlap: the higher priority first, then the lower code. */
    private static final Comparator<Cell> PRECEDENCE = Comparator.<Cell>comparingInt(
                    cell -> cell.exclusive() == null ? 0 : -cell.exclusive().rank())
            .thenComparing(Cell::code);

    private static final Comparator<Cell> DEEPEST =
            Comparator.comparing(Cell::level).reversed().thenComparing(Cell::code);
    private static final Spot NOWHERE = new Spot(List.of(), List.of(), List.of());

    /** By area of the index: the path down to its owner. */
    private final List<Spot> owned;
    /** By zone of the index: an exclusive grid, or behind these those who share some ground. */
    private final List<Cell> exclusives;

    private final List<List<Cell>> sharers;
    /** The city's own path, where it owns anything. */
    private final @Nullable List<Cell> city;

    private final PlaneIndex<Spot> index;

    SpotIndex(GridSet gridSet, Frame frame) {
        Map<CellCode, Geometry> ground = ground(gridSet);
        List<Cell> owners = owners(gridSet, ground, frame);
        owned = owners.stream()
                .map(cell -> new Spot(gridSet.pathTo(cell), List.of(), List.of()))
                .toList();
        city = owned.stream()
                .map(Spot::path)
                .filter(path -> path.getLast().level() == Level.CITY)
                .findFirst()
                .orElse(null);
        exclusives = gridSet.listCells().stream()
                .filter(cell -> cell.exclusive() != null && cell.floors().isEmpty())
                .sorted(PRECEDENCE)
                .toList();
        List<Declaration> shared = gridSet.declarations().stream()
                .filter(it -> it.declares() == Declaration.Kind.SHARED)
                .toList();
        sharers = shared.stream()
                .map(it -> it.cells().stream()
                        .flatMap(code -> gridSet.findCell(code).stream())
                        .toList())
                .toList();
        index = new PlaneIndex<>(
                owners.stream().map(cell -> ground.get(cell.code())).toList(),
                Stream.concat(
                                exclusives.stream().map(Cell::geometry),
                                shared.stream().map(Declaration::ground))
                        .toList(),
                this);
    }

    private static Map<CellCode, Geometry> ground(GridSet gridSet) {
        var cut = new Cut(gridSet);
        Map<CellCode, Geometry> ground = new HashMap<>();
        gridSet.listCells().stream()
                .filter(cell -> cell.floors().isEmpty() && gridSet.isOrdinary(cell))
                .forEach(cell -> ground.put(cell.code(), cut.ground(cell)));
        return ground;
    }

    /** By precedence. A parent owns what its children leave, which is nothing where they are proven to cover it. */
    private static List<Cell> owners(GridSet gridSet, Map<CellCode, Geometry> ground, Frame frame) {
        Map<CellCode, List<Cell>> families = gridSet.families();
        var leaves = new ArrayList<Cell>();
        var parents = new ArrayList<Cell>();
        ground.forEach((code, area) -> {
            List<Cell> children = families.getOrDefault(code, List.of());
            var parts = children.stream().map(child -> ground.get(child.code())).toList();
            if (children.isEmpty()) {
                gridSet.findCell(code).ifPresent(leaves::add);
            } else if (!Cover.isProven(area, parts, frame)) {
                gridSet.findCell(code).ifPresent(parents::add);
            }
        });
        return Stream.concat(leaves.stream().sorted(DEEPEST), parents.stream().sorted(DEEPEST))
                .toList();
    }

    Spot find(Point point) {
        return index.find(point);
    }

    /** Whether it is ground that the districts leave out. */
    boolean isTheCitys(Spot spot) {
        return spot.path() == city;
    }

    @Override
    public Spot answer(int owner, List<Integer> zones) {
        Spot alone = owner == PlaneIndex.NOBODY ? NOWHERE : owned.get(owner);
        if (zones.isEmpty()) {
            return alone;
        }
        var across = new ArrayList<Cell>(zones.size());
        var sharing = new ArrayList<Cell>();
        for (int zone : zones) {
            if (zone < exclusives.size()) {
                across.add(exclusives.get(zone));
            } else {
                sharers.get(zone - exclusives.size()).stream()
                        .filter(cell -> !alone.path().contains(cell) && !sharing.contains(cell))
                        .forEach(sharing::add);
            }
        }
        return new Spot(alone.path(), List.copyOf(across), List.copyOf(sharing));
    }

    /** With paths and answers, without cells. */
    long bytes() {
        return index.bytes(spot -> 24 + bytes(spot.path()) + bytes(spot.exclusives()) + bytes(spot.sharers()));
    }

    /** As the JDK's unmodifiable lists are laid out with compressed references. */
    private static long bytes(List<Cell> list) {
        return switch (list.size()) {
            case 0 -> 0;
            case 1, 2 -> 24;
            default -> 24 + (16 + 4L * list.size() + 7) / 8 * 8;
        };
    }
}
