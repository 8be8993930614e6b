package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.MeshCity;
import io.gridwhistle.events.Json;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A made-up city of so many districts, with a mall of six floors where two exclusive grids overlap. */
final class MallCity {
    static final String BUILDING = "mall";
    static final List<String> FLOORS =
            IntStream.rangeClosed(1, 6).mapToObj("%dF"::formatted).toList();
    static final double WEST = 113.4399;
    static final double SOUTH = 34.5359;
    static final double EAST = 113.4421;
    static final double NORTH = 34.5377;

    private MallCity() {}

    static GridSet of(int districts) {
        return GridSet.read(geoJson(districts));
    }

    static byte[] geoJson(int districts) {
        byte[] mesh = MeshCity.geoJson(districts);
        var out = new ByteArrayOutputStream(mesh.length + 8192);
        // All but what ends the list and the document.
        out.write(mesh, 0, mesh.length - 2);
        write(
                out,
                Map.of(
                        "code",
                        BUILDING,
                        "level",
                        "l1",
                        "parent",
                        "city",
                        "building",
                        BUILDING,
                        "exclusive",
                        Map.of("mode", "override", "classes", List.of("*"), "priority", 90, "lead", "mall")));
        for (String floor : FLOORS) {
            write(
                    out,
                    Map.of(
                            "code",
                            BUILDING + "-" + floor,
                            "level",
                            "micro",
                            "parent",
                            BUILDING,
                            "building",
                            BUILDING,
                            "floors",
                            List.of(floor)));
        }
        out.writeBytes(new byte[] {']', '}'});
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Map<String, Object> properties) {
        double[][] ring = {{WEST, SOUTH}, {EAST, SOUTH}, {EAST, NORTH}, {WEST, NORTH}, {WEST, SOUTH}};
        var geometry = Map.of("type", "Polygon", "coordinates", new double[][][] {ring});
        out.write(',');
        out.writeBytes(Json.MAPPER.writeValueAsBytes(
                Map.of("type", "Feature", "properties", properties, "geometry", geometry)));
    }
}
