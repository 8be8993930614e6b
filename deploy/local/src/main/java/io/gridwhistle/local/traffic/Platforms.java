package io.gridwhistle.local.traffic;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.events.Crs;
import io.gridwhistle.local.CityApi;
import io.gridwhistle.local.CityPlan;
import io.gridwhistle.local.DemoCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The city's platforms: a report every second or so, by every channel, in every coordinate system. */
final class Platforms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platforms.class);
    private static final long PAUSE_MS = 1_000;
    /** One report in so many comes from a mall's floor, one in so many is posted twice. */
    private static final int FROM_A_BUILDING = 12;

    private static final int REPEATED = 25;
    /** One in so many is reported by somebody else too, a few steps away. */
    private static final int SEEN_BY_TWO = 10;

    private static final double STEPS_DEGREES = 0.0001;

    private final City city;
    private final GridSet gridSet;
    private final Envelope extent = new Envelope();
    private final CityApi api;
    private final String run = Long.toString(Instant.now().getEpochSecond(), 36);
    private final SplittableRandom random = new SplittableRandom(20_251_120);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("platforms").daemon().factory());
    private int reports;

    private Platforms(CityPlan plan) {
        try {
            city = CityReferences.city(Files.readAllBytes(plan.folder().resolve("city.json")));
            gridSet = GridSet.read(Files.readAllBytes(plan.folder().resolve("grid-set.geojson")));
        } catch (IOException e) {
            throw new UncheckedIOException("the city folder cannot be read", e);
        }
        gridSet.listCells().stream()
                .filter(cell -> cell.level() == Level.DISTRICT)
                .forEach(cell -> extent.expandToInclude(cell.geometry().getEnvelopeInternal()));
        api = new CityApi(plan.gateway(), DemoCredentials.PLATFORM);
    }

    static Platforms start(CityPlan plan) {
        var platforms = new Platforms(plan);
        platforms.clock.scheduleAtFixedRate(platforms::report, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
        return platforms;
    }

    private void report() {
        try {
            Map<String, Object> report = next();
            var answer = api.post("/api/v1/cases", report);
            if (!answer.isOk()) {
                LOG.warn("a report was refused: {}", answer.body());
            }
            if (random.nextInt(REPEATED) == 0) {
                api.post("/api/v1/cases", report);
            }
            if (random.nextInt(SEEN_BY_TWO) == 0) {
                api.post("/api/v1/cases", seenBySomebodyElse(report));
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.warn("a report was not taken: {}", e.getMessage());
        }
    }

    private Map<String, Object> next() {
        CaseClass caseClass = pick(city.classes());
        var report = new LinkedHashMap<String, Object>();
        report.put("externalId", "demo-%s-%06d".formatted(run, ++reports));
        report.put("channel", pick(city.channels()).code());
        report.put("classCode", caseClass.code());
        report.put("title", caseClass.name());
        report.put("description", "演示上报：" + caseClass.name());
        report.put("location", place());
        report.put("occurredAt", Instant.now().atOffset(ZoneOffset.UTC).toString());
        report.put("reporter", Map.of("name", "演示用户", "phone", "000-" + random.nextInt(10_000)));
        return report;
    }

    private Map<String, Object> seenBySomebodyElse(Map<String, Object> report) {
        var other = new LinkedHashMap<>(report);
        other.put("externalId", "demo-%s-%06d".formatted(run, ++reports));
        if (report.get("location") instanceof Map<?, ?> place && place.get("lat") instanceof Double lat) {
            var near = new LinkedHashMap<Object, Object>(place);
            near.put("lat", lat + STEPS_DEGREES);
            other.put("location", near);
        }
        return other;
    }

    private Map<String, Object> place() {
        var buildings = gridSet.listCells().stream()
                .filter(cell -> !cell.floors().isEmpty() && cell.building() != null)
                .toList();
        if (!buildings.isEmpty() && random.nextInt(FROM_A_BUILDING) == 0) {
            var floor = pick(buildings);
            return Map.of(
                    "building", String.valueOf(floor.building()),
                    "floor", floor.floors().getFirst(),
                    "address", floor.name());
        }
        Point point = somewhere();
        Crs crs = pick(List.of(Crs.values()));
        Point there = Coordinates.fromWgs84(crs, point.lon(), point.lat());
        return Map.of("crs", crs.code(), "lon", there.lon(), "lat", there.lat());
    }

    private Point somewhere() {
        while (true) {
            var point = new Point(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight());
            if (gridSet.findOwner(point).isPresent()) {
                return point;
            }
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
