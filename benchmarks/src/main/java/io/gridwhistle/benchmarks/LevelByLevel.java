package io.gridwhistle.benchmarks;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The baseline of routing: JTS as one would use it first, an STRtree of prepared geometries for each level. */
final class LevelByLevel {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private record Entry(Cell cell, PreparedGeometry geometry) {}

    private final Map<Level, STRtree> levels = new EnumMap<>(Level.class);
    private final STRtree exclusives = new STRtree();

    LevelByLevel(GridSet gridSet) {
        for (Cell cell : gridSet.listCells()) {
            if (cell.exclusive() != null) {
                insert(exclusives, cell);
            } else if (gridSet.pathTo(cell).stream().allMatch(it -> it.exclusive() == null)) {
                insert(levels.computeIfAbsent(cell.level(), level -> new STRtree()), cell);
            }
        }
        levels.values().forEach(STRtree::build);
        exclusives.build();
    }

    private static void insert(STRtree tree, Cell cell) {
        tree.insert(
                cell.geometry().getEnvelopeInternal(),
                new Entry(cell, PreparedGeometryFactory.prepare(cell.geometry())));
    }

    OwningCells find(Point point) {
        var coordinate = new Coordinate(point.lon(), point.lat());
        var path = new ArrayList<Cell>();
        for (STRtree level : levels.values()) {
            listCovering(level, coordinate).stream()
                    .min(Comparator.comparing(Cell::code))
                    .ifPresent(path::add);
        }
        var across = listCovering(exclusives, coordinate).stream()
                .sorted(Comparator.comparingInt((Cell cell) -> -priority(cell)).thenComparing(Cell::code))
                .toList();
        return new OwningCells(path, across);
    }

    private static int priority(Cell cell) {
        return Optional.ofNullable(cell.exclusive())
                .map(exclusive -> exclusive.priority())
                .orElse(0);
    }

    private static List<Cell> listCovering(STRtree tree, Coordinate coordinate) {
        Geometry point = GEOMETRIES.createPoint(coordinate);
        var found = new ArrayList<Cell>();
        tree.query(new Envelope(coordinate), item -> {
            if (item instanceof Entry entry && entry.geometry().covers(point)) {
                found.add(entry.cell());
            }
        });
        return found;
    }
}
