package io.gridwhistle.dispatch;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.policy.ClockRule;
import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A city out of tables: its map, its units ({@code code district kind}), its matrix ({@code class cell duty unit}). */
public record TestCity(DrawnCity map, List<Unit> units, List<Responsibility> matrix) {
    private static final City CITY = new City(
            new DistrictCode("city"),
            "Drawn City",
            ZoneId.of("Asia/Shanghai"),
            true,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    caseClass("litter", CaseClass.Kind.EVENT),
                    caseClass("consumer-complaint", CaseClass.Kind.EVENT),
                    caseClass("lamp", CaseClass.Kind.COMPONENT)),
            null);

    private static final List<Policy> POLICIES = List.of(
            Policy.forClass(
                    "lamp",
                    Map.of(
                            ClockKind.ACKNOWLEDGE, ClockRule.of(Duration.ofHours(1)),
                            ClockKind.HANDLE, ClockRule.of(Duration.ofHours(4)),
                            ClockKind.OVERALL, ClockRule.of(Duration.ofHours(40)))),
            Policy.forEverything(
                    Map.of(
                            ClockKind.ACCEPT,
                            ClockRule.notKept(),
                            ClockKind.DISPATCH,
                            ClockRule.notKept(),
                            ClockKind.CONSULTATION,
                            ClockRule.notKept(),
                            ClockKind.FOLLOW_UP,
                            ClockRule.notKept(),
                            ClockKind.ACKNOWLEDGE,
                            ClockRule.of(Duration.ofMinutes(20)),
                            ClockKind.HANDLE,
                            ClockRule.of(Duration.ofHours(2)),
                            ClockKind.VERIFY,
                            ClockRule.of(Duration.ofHours(1)),
                            ClockKind.OVERALL,
                            ClockRule.of(Duration.ofHours(10))),
                    0.5,
                    1));

    private static final String CALENDARS = """
            {"default": "office", "calendars": [{"code": "office", "name": "Office", "timeZone": "Asia/Shanghai",
             "hours": {"monday": ["09:00-17:00"]}}]}
            """;

    public static TestCity of(DrawnCity map, String units, String matrix) {
        return new TestCity(
                map,
                rows(
                        units,
                        it -> new Unit(
                                new UnitCode(it[0]),
                                it[0],
                                new DistrictCode(it[1]),
                                coded(Unit.Kind.values(), it[2]),
                                null)),
                rows(
                        matrix,
                        it -> new Responsibility(
                                it[0], it[1], new UnitCode(it[3]), coded(Responsibility.Duty.values(), it[2]))));
    }

    public CaseClass caseClass(String code) {
        return CITY.findClass(new ClassCode(code)).orElseThrow();
    }

    public RoutingTables tables() {
        return new RoutingTables(
                CITY,
                "v1",
                GridSet.read(reference(ReferenceKind.GRID_SET)),
                CityReferences.units(reference(ReferenceKind.UNITS)),
                CityReferences.responsibilities(reference(ReferenceKind.RESPONSIBILITIES)),
                Instant.parse("2025-11-20T02:00:00Z"));
    }

    /** As it stands on the reference topic. */
    public byte[] reference(ReferenceKind kind) {
        return switch (kind) {
            case CITY -> Json.MAPPER.writeValueAsBytes(CITY);
            case UNITS -> Json.MAPPER.writeValueAsBytes(units);
            case GRID_SET -> map.geoJson();
            case RESPONSIBILITIES -> Json.MAPPER.writeValueAsBytes(matrix);
            case POLICIES -> Json.MAPPER.writeValueAsBytes(POLICIES);
            case CALENDARS -> CALENDARS.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static CaseClass caseClass(String code, CaseClass.Kind kind) {
        return new CaseClass(new ClassCode(code), code, kind, null, Acceptance.AUTOMATIC, null);
    }

    private static <T> List<T> rows(String table, Function<String[], T> row) {
        return table.lines().map(line -> row.apply(line.strip().split(" +"))).toList();
    }

    private static <T extends Coded> T coded(T[] values, String code) {
        return Arrays.stream(values)
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
