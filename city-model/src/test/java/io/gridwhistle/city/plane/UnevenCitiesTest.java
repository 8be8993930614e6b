package io.gridwhistle.city.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.gridwhistle.city.geo.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Cities that are not laid out in even blocks neither blow up the index nor make it wrong. */
class UnevenCitiesTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double WEST = 110;
    private static final double SOUTH = 30;
    /** As stated in the decision on the index. */
    private static final long MOST_BYTES_PER_EDGE = 850;

    enum Shape {
        /** A mall's 2,500 shops, a metre wide, between two districts that are a thousand kilometres wide together. */
        TINY_MALL_BESIDE_HUGE_DISTRICTS {
            @Override
            List<Geometry> areas() {
                var areas = new ArrayList<>(cells(50, 50, 5, 5, 1e-5, 1e-5));
                areas.add(box(0, 0, 5.0002, 10));
                areas.add(box(5.0002, 0, 10, 10));
                return areas;
            }
        },
        /** 2,000 cells in a row of two thousand kilometres. */
        LONG_THIN_CITY {
            @Override
            List<Geometry> areas() {
                return cells(2_000, 1, 0, 0, 0.01, 0.0005);
            }
        },
        ONE_CELL_WITH_MANY_VERTICES {
            @Override
            List<Geometry> areas() {
                var random = new SplittableRandom(5);
                int corners = 100_000;
                var ring = new Coordinate[corners + 1];
                for (int i = 0; i < corners; i++) {
                    double angle = 2 * Math.PI * i / corners;
                    double radius = 0.1 + 0.00001 * random.nextDouble();
                    ring[i] = at(0.2 + radius * Math.cos(angle), 0.2 + radius * Math.sin(angle));
                }
                ring[corners] = ring[0];
                return List.of(GEOMETRIES.createPolygon(ring), box(0, 0, 0.4, 0.4));
            }
        },
        /** 70 cells that meet in one point. */
        PIE {
            @Override
            List<Geometry> areas() {
                int pieces = 70;
                var areas = new ArrayList<Geometry>();
                for (int i = 0; i < pieces; i++) {
                    areas.add(area(at(0.1, 0.1), onCircle(i, pieces), onCircle(i + 1, pieces)));
                }
                return areas;
            }

            private Coordinate onCircle(int i, int pieces) {
                double angle = 2 * Math.PI * (i % pieces) / pieces;
                return at(0.1 + 0.1 * Math.cos(angle), 0.1 + 0.1 * Math.sin(angle));
            }
        },
        AS_WIDE_AS_ANY_CITY_MAY_BE {
            @Override
            List<Geometry> areas() {
                return cells(30, 30, 0, 0, 0.7, 0.7);
            }
        },
        /** 3,000 strips, each from the city's southern border to its northern one. */
        STRIPS {
            @Override
            List<Geometry> areas() {
                return cells(3_000, 1, 0, 0, 0.0001, 0.3);
            }
        },
        /** 200 areas, each within the next. */
        NESTED {
            @Override
            List<Geometry> areas() {
                return IntStream.range(0, 200)
                        .<Geometry>mapToObj(
                                i -> box(0.1 - 0.0005 * i, 0.1 - 0.0004 * i, 0.1003 + 0.0005 * i, 0.1002 + 0.0004 * i))
                        .toList();
            }
        };

        abstract List<Geometry> areas();
    }

    @ParameterizedTest
    @EnumSource
    void answersRightlyInBoundedMemory(Shape shape) {
        List<Geometry> areas = shape.areas();
        List<Geometry> zones = areas.subList(0, Math.min(60, areas.size()));
        var index = new PlaneIndex<>(areas, zones, (owner, held) -> owner + " " + held);

        var walked = areas.stream().map(RingWalk::new).toList();
        for (Point point : pointsFor(areas)) {
            long x = RingWalk.units(new BigDecimal(point.lon()));
            long y = RingWalk.units(new BigDecimal(point.lat()));
            int[] holders = IntStream.range(0, areas.size())
                    .filter(i -> walked.get(i).contains(x, y))
                    .toArray();
            int owner = holders.length == 0 ? PlaneIndex.NOBODY : holders[0];
            List<Integer> held =
                    IntStream.of(holders).filter(i -> i < zones.size()).boxed().toList();
            assertThat(index.find(point)).as("%s", point).isEqualTo(owner + " " + held);
        }
        int edges = areas.stream().mapToInt(Geometry::getNumPoints).sum();
        assertThat(index.bytes(answer -> 0)).isLessThan(100_000 + MOST_BYTES_PER_EDGE * edges);
    }

    /** Vertices and points between them and beside; and anywhere. */
    private static List<Point> pointsFor(List<Geometry> areas) {
        var random = new SplittableRandom(7);
        var points = new ArrayList<Point>();
        var all = GEOMETRIES.buildGeometry(areas);
        var box = all.getEnvelopeInternal();
        Coordinate[] corners = all.getCoordinates();
        for (int i = 0; i < 800; i++) {
            points.add(snapped(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight()));
            Coordinate corner = corners[random.nextInt(corners.length)];
            points.add(snapped(corner.x, corner.y));
            points.add(snapped(corner.x + 1e-8 * random.nextInt(-1, 2), corner.y + 1e-8 * random.nextInt(-1, 2)));
            Coordinate other = corners[random.nextInt(corners.length)];
            points.add(snapped((corner.x + other.x) / 2, (corner.y + other.y) / 2));
        }
        return points;
    }

    private static Point snapped(double lon, double lat) {
        return new Point(Lattice.snap(lon), Lattice.snap(lat));
    }

    @Test
    void saysWhatItTakes() {
        List<Geometry> areas = Shape.TINY_MALL_BESIDE_HUGE_DISTRICTS.areas();
        areas.addAll(Shape.ONE_CELL_WITH_MANY_VERTICES.areas());
        var none = new PlaneIndex<>(areas, List.of(), (owner, held) -> "");
        long before = heap();
        var index = new PlaneIndex<>(areas, List.of(), (owner, held) -> "");
        long after = heap();
        assertThat(index.bytes(answer -> 0)).isEqualTo(none.bytes(answer -> 0));
        assertThat(after - before).isCloseTo(index.bytes(answer -> 0), withinPercentage(3));
    }

    /** One collection in four moves everything; the others leave up to a twentieth of dead objects where they are. */
    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static List<Geometry> cells(int columns, int rows, double east, double north, double wide, double high) {
        var cells = new ArrayList<Geometry>();
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < rows; j++) {
                cells.add(box(east + i * wide, north + j * high, east + (i + 1) * wide, north + (j + 1) * high));
            }
        }
        return cells;
    }

    private static Geometry box(double west, double south, double east, double north) {
        return area(at(west, south), at(east, south), at(east, north), at(west, north));
    }

    private static Geometry area(Coordinate... corners) {
        var ring = new Coordinate[corners.length + 1];
        System.arraycopy(corners, 0, ring, 0, corners.length);
        ring[corners.length] = corners[0];
        Polygon area = GEOMETRIES.createPolygon(ring);
        return area;
    }

    private static Coordinate at(double east, double north) {
        return new Coordinate(Lattice.snap(WEST + east), Lattice.snap(SOUTH + north));
    }
}
