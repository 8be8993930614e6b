package io.gridwhistle.city.grid;

import io.gridwhistle.city.plane.RingWalk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Who owns a place by the rules as they are written down, read from GeoJSON on its own: slow, exact, and nothing of what it
 * is compared with. Declared ground consists of whole cells here.
 */
final class SlowCity {
    private static final List<String> LEVELS = List.of("city", "district", "l1", "l2", "l3", "micro");
    /** Units: some two hundred metres. */
    private static final long BUCKET = 200_000;

    record Spot(List<String> path, List<String> exclusives, List<String> sharers) {}

    private record Area(String code, String level, String parent, int priority, RingWalk walk) {}

    private record Shared(List<String> cells, RingWalk walk) {}

    private record Place(long column, long row) {}

    private final Map<String, Area> cells = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final List<RingWalk> outside = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>();
    private final Set<String> ceded = new HashSet<>();
    private final Map<Place, List<Area>> buckets = new HashMap<>();
    private final Map<String, List<String>> paths = new HashMap<>();

    SlowCity(JsonNode geoJson) {
        geoJson.path("features").forEach(this::read);
        cells.values().forEach(cell -> parents.add(cell.parent()));
        cells.keySet().forEach(code -> paths.put(code, path(code)));
        cells.values().stream()
                .sorted(Comparator.comparing((Area cell) -> parents.contains(cell.code()))
                        .thenComparingInt(cell -> -LEVELS.indexOf(cell.level()))
                        .thenComparing(Area::code))
                .forEach(cell -> forEachBucket(
                        cell.walk(),
                        place -> buckets.computeIfAbsent(place, it -> new ArrayList<>())
                                .add(cell)));
    }

    private void read(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        var walk = new RingWalk(rings(feature.path("geometry")));
        switch (properties.path("declares").asString("")) {
            case "outside" -> outside.add(walk);
            case "shared" -> {
                var sharers = new ArrayList<String>();
                properties.path("cells").forEach(code -> sharers.add(code.asString()));
                shared.add(new Shared(sharers, walk));
                ceded.addAll(sharers.subList(1, sharers.size()));
            }
            default ->
                cells.put(
                        properties.path("code").asString(),
                        new Area(
                                properties.path("code").asString(),
                                properties.path("level").asString(),
                                properties.path("parent").asString(""),
                                properties.path("exclusive").path("priority").asInt(-1),
                                walk));
        }
    }

    private static List<List<BigDecimal[]>> rings(JsonNode geometry) {
        var rings = new ArrayList<List<BigDecimal[]>>();
        JsonNode coordinates = geometry.path("coordinates");
        if (geometry.path("type").asString().equals("Polygon")) {
            coordinates.forEach(ring -> rings.add(ring(ring)));
        } else {
            coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
        }
        return rings;
    }

    private static List<BigDecimal[]> ring(JsonNode positions) {
        var ring = new ArrayList<BigDecimal[]>();
        positions.forEach(position -> ring.add(new BigDecimal[] {
            new BigDecimal(position.get(0).toString()),
            new BigDecimal(position.get(1).toString())
        }));
        return ring;
    }

    private List<String> path(String code) {
        var path = new ArrayList<String>();
        for (Area at = cells.get(code); at != null; at = cells.get(at.parent())) {
            path.addFirst(at.code());
        }
        return List.copyOf(path);
    }

    private static void forEachBucket(RingWalk walk, Consumer<Place> visitor) {
        long[] box = walk.box();
        for (long column = box[0] / BUCKET; column <= box[2] / BUCKET; column++) {
            for (long row = box[1] / BUCKET; row <= box[3] / BUCKET; row++) {
                visitor.accept(new Place(column, row));
            }
        }
    }

    Spot locate(long x, long y) {
        List<Area> near = buckets.getOrDefault(new Place(x / BUCKET, y / BUCKET), List.of());
        String owner = null;
        var exclusives = new ArrayList<Area>();
        for (Area area : near) {
            if (area.priority() >= 0) {
                if (area.walk().contains(x, y)) {
                    exclusives.add(area);
                }
            } else if (owner == null && owns(area, x, y)) {
                owner = area.code();
            }
        }
        List<String> path = owner == null ? List.of() : Objects.requireNonNull(paths.get(owner));
        return new Spot(path, codes(exclusives), sharers(path, x, y));
    }

    private static List<String> codes(List<Area> exclusives) {
        if (exclusives.isEmpty()) {
            return List.of();
        }
        exclusives.sort(Comparator.comparingInt((Area it) -> -it.priority()).thenComparing(Area::code));
        return exclusives.stream().map(Area::code).toList();
    }

    private List<String> sharers(List<String> path, long x, long y) {
        var sharers = new ArrayList<String>();
        for (Shared ground : shared) {
            if (ground.walk().contains(x, y)) {
                ground.cells().stream()
                        .filter(code -> !path.contains(code) && !sharers.contains(code))
                        .forEach(sharers::add);
            }
        }
        return sharers;
    }

    private boolean owns(Area area, long x, long y) {
        return !area.level().equals("city")
                && !ceded.contains(area.code())
                && area.walk().contains(x, y)
                && outside.stream().noneMatch(ground -> ground.containsWithin(x, y));
    }

    boolean contains(String code, long x, long y) {
        return Objects.requireNonNull(cells.get(code)).walk().contains(x, y);
    }

    /** All rings of all cells; neighbours' edges come twice. */
    void forEachRing(Consumer<long[]> visitor) {
        cells.values().forEach(cell -> cell.walk().rings().forEach(visitor));
    }
}
