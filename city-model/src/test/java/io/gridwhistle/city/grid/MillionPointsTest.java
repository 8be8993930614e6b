package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.plane.Lattice;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CellCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A district of Erqi's size beside a slow oracle: one owner each, at all levels, and the same exclusive grids and sharers.
 *
 * <p>One micro-grid is missing, one is declared as outside, one is shared with its neighbour, whose ground it is as well,
 * and one exclusive grid runs along the borders of a second-level grid.
 */
class MillionPointsTest {
    private static final int POINTS = 1_000_000;

    private static final JsonNode DOCUMENT = document();
    private static final GridSet GRID_SET = GridSet.read(Json.MAPPER.writeValueAsBytes(DOCUMENT));
    private static final SlowCity SLOW_CITY = new SlowCity(DOCUMENT);

    private static JsonNode document() {
        JsonNode city = Json.MAPPER.readTree(MeshCity.geoJson(1));
        var features = (ArrayNode) city.path("features");
        remove(features, "d0000-micro-10-10");
        JsonNode outside = remove(features, "d0000-micro-30-40");
        declare(features, "outside", List.of(), outside);
        JsonNode lead = find(features, "d0000-micro-50-20");
        JsonNode shared = find(features, "d0000-micro-51-20");
        Geometry both = Ground.plus(GeoJson.area(lead.path("geometry")), GeoJson.area(shared.path("geometry")));
        ((ObjectNode) lead).set("geometry", Json.MAPPER.valueToTree(GeoJson.write(both)));
        declare(features, "shared", List.of("d0000-micro-50-20", "d0000-micro-51-20"), shared);
        ObjectNode along = ((ObjectNode) find(features, "d0000-l2-07-04")).deepCopy();
        ObjectNode properties = (ObjectNode) along.path("properties");
        properties.put("code", "compound").put("parent", "d0000").put("level", "l1");
        properties
                .putObject("exclusive")
                .put("mode", "co-own")
                .put("priority", 45)
                .put("lead", "x")
                .putArray("classes")
                .add("*");
        features.add(along);
        return city;
    }

    private static JsonNode find(ArrayNode features, String code) {
        return features.valueStream()
                .filter(it -> it.path("properties").path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode remove(ArrayNode features, String code) {
        JsonNode feature = find(features, code);
        features.removeIf(feature::equals);
        return feature;
    }

    private static void declare(ArrayNode features, String kind, List<String> cells, JsonNode where) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        ObjectNode properties = feature.putObject("properties").put("declares", kind);
        cells.forEach(properties.putArray("cells")::add);
        feature.set("geometry", where.path("geometry"));
    }

    @Test
    void aMillionPointsHaveTheOwnersThatTheOracleNames() {
        var random = new SplittableRandom(11);
        var city =
                GRID_SET.findCell(new CellCode("city")).orElseThrow().geometry().getEnvelopeInternal();
        long west = Lattice.of(city.getMinX());
        long south = Lattice.of(city.getMinY());
        long wide = Lattice.of(city.getMaxX()) - west;
        long high = Lattice.of(city.getMaxY()) - south;
        int owned = 0;
        for (int i = 0; i < POINTS; i++) {
            long x = west - wide / 50 + random.nextLong(wide + wide / 25);
            long y = south - high / 50 + random.nextLong(high + high / 25);
            owned += compare(x, y).path().isEmpty() ? 0 : 1;
        }
        assertThat(owned).isBetween(POINTS * 9 / 10, POINTS - 1);
    }

    @Test
    void soHaveAllVerticesAndWhatIsBesideThem() {
        Set<Long> seen = new HashSet<>();
        SLOW_CITY.forEachRing(ring -> {
            for (int i = 0; i < ring.length; i += 2) {
                if (seen.add(ring[i] << 32 ^ ring[i + 1])) {
                    compare(ring[i], ring[i + 1]);
                    compare(ring[i] + 1, ring[i + 1]);
                    compare(ring[i] - 1, ring[i + 1]);
                    compare(ring[i], ring[i + 1] + 1);
                    compare(ring[i], ring[i + 1] - 1);
                }
            }
        });
        assertThat(seen).hasSizeGreaterThan(3 * 5_760);
    }

    /** Of an edge whose middle is not on the lattice, the points around it are beside the edge, if only by half a unit. */
    @Test
    void soHaveTheMiddlesOfAllEdgesAndWhatIsBesideThem() {
        Set<Long> seen = new HashSet<>();
        int[] exact = {0};
        SLOW_CITY.forEachRing(ring -> {
            for (int i = 2; i < ring.length; i += 2) {
                long x = ring[i - 2] + ring[i];
                long y = ring[i - 1] + ring[i + 1];
                if (seen.add(x << 32 ^ y)) {
                    exact[0] += (x & 1) + (y & 1) == 0 ? 1 : 0;
                    compare(x >> 1, y >> 1);
                    compare((x + 1) >> 1, y >> 1);
                    compare(x >> 1, (y + 1) >> 1);
                    compare((x + 1) >> 1, (y + 1) >> 1);
                }
            }
        });
        assertThat(seen).hasSizeGreaterThan(4 * 5_760);
        assertThat(exact[0]).isBetween(seen.size() / 5, seen.size() / 3);
    }

    private static SlowCity.Spot compare(long x, long y) {
        SlowCity.Spot wanted = SLOW_CITY.locate(x, y);
        GridSet.Spot found = GRID_SET.locate(new Point(x / 1e8, y / 1e8));
        if (!areSame(found.path(), wanted.path())
                || !areSame(found.exclusives(), wanted.exclusives())
                || !areSame(found.sharers(), wanted.sharers())) {
            throw new AssertionError("at %d, %d: %s, not %s".formatted(x, y, found, wanted));
        }
        // That the path's cells contain the point as well is asked now and then: those above have many edges.
        if ((x * 31 + y) % 256 == 0 && !wanted.path().contains("d0000-micro-50-20")) {
            assertThat(wanted.path()).allMatch(code -> SLOW_CITY.contains(code, x, y));
        }
        return wanted;
    }

    private static boolean areSame(List<Cell> cells, List<String> codes) {
        boolean same = cells.size() == codes.size();
        for (int i = 0; same && i < codes.size(); i++) {
            same = cells.get(i).code().value().equals(codes.get(i));
        }
        return same;
    }
}
