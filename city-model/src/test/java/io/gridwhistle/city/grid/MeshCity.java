package io.gridwhistle.city.grid;

import io.gridwhistle.events.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * A made-up city of as many districts as wanted, each about as finely divided as Erqi: 16 first-level grids, 160, 960, and
 * 5,760 micro-grids of eight crooked sides, which neighbours share vertex by vertex; and two exclusive grids a district,
 * which overlap. Districts stand in as square a rectangle as their number allows.
 */
public final class MeshCity {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    /** Micro-grids of a district, from west to east and from south to north. */
    private static final int WIDE = 80;

    private static final int HIGH = 72;
    private static final double WEST = 113.4;
    private static final double SOUTH = 34.5;
    /** Degrees: some hundred metres. */
    private static final double SIDE = 0.001;
    /** How far a corner may be from where it would stand on squared paper, in sides. */
    private static final double JITTER = 0.25;

    /** Each level, and how many of its cells, from west to east and from south to north, make one of the next. */
    private enum Step {
        DISTRICT(null, 1, 1),
        L1(DISTRICT, 4, 4),
        L2(L1, 5, 2),
        L3(L2, 2, 3),
        MICRO(L3, 2, 3);

        private final @Nullable Step next;

        private final int wide;
        private final int high;

        Step(@Nullable Step next, int wide, int high) {
            this.next = next;
            this.wide = wide;
            this.high = high;
        }

        private String level() {
            return Level.valueOf(name()).code();
        }

        private String code(String district, int x, int y) {
            return this == DISTRICT ? district : "%s-%s-%02d-%02d".formatted(district, level(), x, y);
        }

        private String parent(String district, int x, int y) {
            return next == null ? "city" : next.code(district, x / wide, y / high);
        }
    }

    private final int columns;
    private final int rows;
    private final OutputStream out;
    private boolean isFirst = true;

    private MeshCity(int districts, OutputStream out) {
        int most = (int) Math.sqrt(districts);
        rows = IntStream.rangeClosed(1, most)
                .filter(it -> districts % it == 0)
                .max()
                .orElseThrow();
        columns = districts / rows;
        this.out = out;
    }

    /** The city's grid set, the same in every run. */
    public static byte[] geoJson(int districts) {
        var out = new ByteArrayOutputStream();
        try {
            new MeshCity(districts, out).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write() throws IOException {
        print("{\"type\":\"FeatureCollection\",\"features\":[");
        var districts = new ArrayList<Geometry>();
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                districts.add(district(column, row));
            }
        }
        feature(union(districts), Map.of("code", "city", "level", "city"));
        print("]}");
    }

    private Geometry district(int column, int row) throws IOException {
        String district = "d%02d%02d".formatted(column, row);
        var cells = new Geometry[WIDE][HIGH];
        for (int x = 0; x < WIDE; x++) {
            for (int y = 0; y < HIGH; y++) {
                cells[x][y] = micro(column * WIDE + x, row * HIGH + y);
            }
        }
        for (Step step : List.of(Step.values()).reversed()) {
            for (int x = 0; x < cells.length; x++) {
                for (int y = 0; y < cells[0].length; y++) {
                    feature(
                            cells[x][y],
                            Map.of(
                                    "code", step.code(district, x, y),
                                    "level", step.level(),
                                    "district", district,
                                    "parent", step.parent(district, x, y)));
                }
            }
            cells = joined(cells, step.wide, step.high);
        }
        zone(cells[0][0], district, 30, 55);
        zone(cells[0][0], district, 45, 65);
        return cells[0][0];
    }

    private static Geometry[][] joined(Geometry[][] cells, int wide, int high) {
        var joined = new Geometry[cells.length / wide][cells[0].length / high];
        for (int x = 0; x < joined.length; x++) {
            for (int y = 0; y < joined[0].length; y++) {
                var parts = new ArrayList<Geometry>();
                for (int i = 0; i < wide * high; i++) {
                    parts.add(cells[x * wide + i / high][y * high + i % high]);
                }
                joined[x][y] = union(parts);
            }
        }
        return joined;
    }

    private static Geometry union(List<Geometry> parts) {
        return CoverageUnion.union(GEOMETRIES.buildGeometry(parts));
    }

    /** Across the ladder, from so many to so many per cent of the district's width and height. */
    private void zone(Geometry district, String code, int from, int to) throws IOException {
        var box = district.getEnvelopeInternal();
        double west = box.getMinX() + from / 100.0 * box.getWidth();
        double east = box.getMinX() + to / 100.0 * box.getWidth();
        double south = box.getMinY() + from / 100.0 * box.getHeight();
        double north = box.getMinY() + to / 100.0 * box.getHeight();
        feature(
                GEOMETRIES.createPolygon(new Coordinate[] {
                    new Coordinate(west, south),
                    new Coordinate(east, south + SIDE / 3),
                    new Coordinate(east, north),
                    new Coordinate(west, north),
                    new Coordinate(west, south)
                }),
                Map.of(
                        "code",
                        "zone-%s-%d".formatted(code, from),
                        "level",
                        "l1",
                        "parent",
                        "city",
                        "exclusive",
                        Map.of("mode", "override", "classes", List.of("*"), "priority", from, "lead", "task-force")));
    }

    /** Between its corners each side has one more vertex, so that it is crooked. */
    private static Geometry micro(int x, int y) {
        return GEOMETRIES.createPolygon(new Coordinate[] {
            vertex(2 * x, 2 * y),
            vertex(2 * x + 1, 2 * y),
            vertex(2 * x + 2, 2 * y),
            vertex(2 * x + 2, 2 * y + 1),
            vertex(2 * x + 2, 2 * y + 2),
            vertex(2 * x + 1, 2 * y + 2),
            vertex(2 * x, 2 * y + 2),
            vertex(2 * x, 2 * y + 1),
            vertex(2 * x, 2 * y)
        });
    }

    private static Coordinate vertex(int x, int y) {
        var random = new SplittableRandom(x * 1_000_003L + y);
        return new Coordinate(
                eightDecimals(WEST + (x / 2.0 + JITTER * (random.nextDouble() - 0.5)) * SIDE),
                eightDecimals(SOUTH + (y / 2.0 + JITTER * (random.nextDouble() - 0.5)) * SIDE));
    }

    private static double eightDecimals(double degrees) {
        return Math.rint(degrees * 1e8) / 1e8;
    }

    private void feature(Geometry area, Map<String, Object> properties) throws IOException {
        print(isFirst ? "" : ",");
        isFirst = false;
        var feature = new HashMap<String, Object>(Map.of("type", "Feature", "geometry", GeoJson.write(area)));
        feature.put("properties", properties);
        out.write(Json.MAPPER.writeValueAsBytes(feature));
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
