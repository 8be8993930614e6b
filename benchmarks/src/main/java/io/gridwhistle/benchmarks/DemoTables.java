package io.gridwhistle.benchmarks;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.calendar.Calendars;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.policy.Policies;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.local.demo.DemoCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The demo city, read the way the services read it. */
public record DemoTables(RoutingTables routing, Calendars calendars, Policies policies) {
    private static final String CITY = "city.json";
    private static final String GRID_SET = "grid-set.geojson";
    private static final String UNITS = "units.json";
    private static final String RESPONSIBILITIES = "responsibilities.json";
    private static final String CALENDARS = "calendars.json";
    private static final String POLICIES = "policies.json";

    public static DemoTables read() {
        try {
            Path folder = Files.createTempDirectory("demo-city");
            DemoCity.writeTo(folder);
            DemoTables tables = read(folder);
            for (Path file : listFiles(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo city cannot be written", e);
        }
    }

    private static DemoTables read(Path folder) throws IOException {
        return new DemoTables(
                new RoutingTables(
                        CityReferences.city(Files.readAllBytes(folder.resolve(CITY))),
                        "demo",
                        GridSet.read(Files.readAllBytes(folder.resolve(GRID_SET))),
                        CityReferences.units(Files.readAllBytes(folder.resolve(UNITS))),
                        CityReferences.responsibilities(Files.readAllBytes(folder.resolve(RESPONSIBILITIES))),
                        CaseHistory.START),
                CityReferences.calendars(Files.readAllBytes(folder.resolve(CALENDARS))),
                CityReferences.policies(Files.readAllBytes(folder.resolve(POLICIES))));
    }

    private static List<Path> listFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    Timing timing() {
        return new Timing(city(), routing.units(), calendars, policies);
    }

    City city() {
        return routing.city();
    }

    public GridSet gridSet() {
        return routing.gridSet();
    }
}
