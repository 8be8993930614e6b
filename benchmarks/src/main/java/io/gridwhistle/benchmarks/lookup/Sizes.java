package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.benchmarks.load.Table;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.plane.PlaneIndex;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;

/** How long a city takes to build, and how much memory, in each way. */
final class Sizes {
    private final Table table;
    private final int districts;

    private Sizes(int districts, Table table) {
        this.districts = districts;
        this.table = table;
    }

    /** Cities of so many districts, one after the other. */
    static Table measure(int... cities) {
        var table = new Table("districts", "what", "built in ms", "MB");
        for (int districts : cities) {
            new Sizes(districts, table).measure();
        }
        return table;
    }

    private void measure() {
        byte[] geoJson = MallCity.geoJson(districts);
        long before = heap();
        long start = System.nanoTime();
        GridSet gridSet = GridSet.read(geoJson);
        long millis = millisSince(start);
        String cells = "grid set of %d cells: read, checked, indexed"
                .formatted(gridSet.listCells().size());
        row(cells, millis, heap() - before);
        indexAlone(gridSet);
        List<Point> points = Places.RANDOM.draw(gridSet);
        for (How how : How.here()) {
            if (how != How.GRID_SET) {
                other(how, gridSet, points);
            }
        }
    }

    private void indexAlone(GridSet gridSet) {
        List<Geometry> areas = geometries(Precedence.leaves(gridSet));
        List<Geometry> zones = geometries(Precedence.zones(gridSet));
        long start = System.nanoTime();
        var index = new PlaneIndex<>(areas, zones, (owner, across) -> across);
        row("of that the index, by its own count", millisSince(start), gridSet.indexBytes());
        index.find(new Point(0, 0));
    }

    /** JTS prepares a geometry when it is asked first, so all are asked before their memory is counted. */
    private void other(How how, GridSet gridSet, List<Point> points) {
        long before = heap();
        long start = System.nanoTime();
        Lookup lookup = how.over(gridSet);
        long millis = millisSince(start);
        points.forEach(lookup::find);
        row(how.name(), millis, heap() - before + lookup.bytesElsewhere());
        lookup.find(points.getFirst());
    }

    private void row(String what, long millis, long bytes) {
        table.row(districts, what, millis, String.format(Locale.ROOT, "%.1f", bytes / 1e6));
    }

    private static List<Geometry> geometries(List<Cell> cells) {
        return cells.stream().map(Cell::geometry).toList();
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** One collection in four moves everything; the others leave up to a twentieth of dead objects where they are. */
    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
