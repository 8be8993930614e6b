package io.gridwhistle.city.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Small maps with everything that makes point location go wrong, beside a slow oracle: slivers, holes, vertices that many
 * share, edges in line with each other, edges along the equal squares' own sides and points level with them.
 */
class NastyMapsTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    /** Few different numbers, so that much coincides. */
    private static final int SIDE = 12;

    private static final long WEST = 11_350_000_000L;
    private static final long SOUTH = -100;
    private static final Polygon FAR_AWAY = GEOMETRIES.createPolygon(new Coordinate[] {
        at(19, 19, 100_000_000), at(20, 19, 100_000_000), at(19, 20, 100_000_000), at(19, 19, 100_000_000)
    });

    /**
     * Of maps with so many units of the lattice between two neighbouring numbers, 64 and 4096 have vertices on squares'
     * corners. Beside something far away a map is so small that its squares have to be cut.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 100, false",
        "2, 100, false",
        "64, 100, false",
        "4096, 60, false",
        "1000003, 60, false",
        "170000000, 40, false",
        "1, 40, true",
        "64, 100, true",
        "4096, 60, true",
        "99991, 60, true"
    })
    void everyPointIsHeldByWhomTheOracleSays(int units, int maps, boolean besideSomethingFarAway) {
        for (int seed = 0; seed < maps; seed++) {
            var random = new SplittableRandom(31L * units + seed);
            var areas = new ArrayList<>(seed % 2 == 0 ? scattered(random, units, 9) : mesh(random, units));
            var zones = new ArrayList<>(scattered(random, units, 3));
            if (besideSomethingFarAway) {
                (seed % 4 < 2 ? areas : zones).addFirst(FAR_AWAY);
            }
            check(areas, zones, units, "%d units, map %d".formatted(units, seed));
        }
    }

    private static void check(List<Geometry> areas, List<Geometry> zones, int units, String map) {
        var index = new PlaneIndex<>(areas, zones, (owner, held) -> owner + " " + held);
        var walkedAreas = areas.stream().map(RingWalk::new).toList();
        var walkedZones = zones.stream().map(RingWalk::new).toList();
        for (long x = -1; x <= 2 * SIDE + 1; x++) {
            for (long y = -1; y <= 2 * SIDE + 1; y++) {
                for (long beside = -1; beside <= 1; beside++) {
                    long lon = WEST + x * units / 2 + beside;
                    long lat = SOUTH + y * units / 2 + beside * (x & 1);
                    String wanted = first(walkedAreas, lon, lat) + " " + all(walkedZones, lon, lat);
                    assertThat(index.find(new Point(lon / 1e8, lat / 1e8)))
                            .as("%s at %d, %d", map, lon - WEST, lat - SOUTH)
                            .isEqualTo(wanted);
                }
            }
        }
    }

    private static int first(List<RingWalk> areas, long x, long y) {
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).contains(x, y)) {
                return i;
            }
        }
        return PlaneIndex.NOBODY;
    }

    private static List<Integer> all(List<RingWalk> zones, long x, long y) {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < zones.size(); i++) {
            if (zones.get(i).contains(x, y)) {
                all.add(i);
            }
        }
        return all;
    }

    /** Polygons that overlap as they like, some with holes. */
    private static List<Geometry> scattered(SplittableRandom random, int units, int count) {
        var areas = new ArrayList<Geometry>();
        while (areas.size() < count) {
            int corners = 3 + random.nextInt(6);
            LinearRing shell = ring(random, units, corners);
            var holes = random.nextInt(3) == 0 ? new LinearRing[] {ring(random, units, 3)} : new LinearRing[0];
            Polygon area = GEOMETRIES.createPolygon(shell, holes);
            if (area.isValid()) {
                areas.add(area);
            }
        }
        return areas;
    }

    private static LinearRing ring(SplittableRandom random, int units, int corners) {
        var points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            points[i] = at(random.nextInt(SIDE + 1), random.nextInt(SIDE + 1), units);
        }
        points[corners] = points[0];
        return GEOMETRIES.createLinearRing(points);
    }

    /** Neighbours that share their vertices, some of which have been moved until cells are slivers or gone. */
    private static List<Geometry> mesh(SplittableRandom random, int units) {
        int cells = 4;
        var corners = new Coordinate[cells + 1][cells + 1];
        for (int i = 0; i <= cells; i++) {
            for (int j = 0; j <= cells; j++) {
                corners[i][j] =
                        at(Math.min(3 * i + random.nextInt(3), SIDE), Math.min(3 * j + random.nextInt(3), SIDE), units);
            }
        }
        var areas = new ArrayList<Geometry>();
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                Polygon area = GEOMETRIES.createPolygon(new Coordinate[] {
                    corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1], corners[i][j]
                });
                if (area.isValid() && area.getArea() > 0) {
                    areas.add(area);
                }
            }
        }
        return areas;
    }

    private static Coordinate at(long x, long y, int units) {
        return new Coordinate((WEST + x * units) / 1e8, (SOUTH + y * units) / 1e8);
    }
}
