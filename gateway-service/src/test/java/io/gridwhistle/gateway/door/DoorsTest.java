package io.gridwhistle.gateway.door;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.log.web.CallerRole;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class DoorsTest {
    /** Who may do what: Platform, Unit, Operator, Auditor; and the load: small, slow, large, stream. */
    private static final String MAY = """
            P U O A  small   GET     /api/v1/cases
            P - - -  small   POST    /api/v1/cases
            P - - -  stream  POST    /api/v1/cases/batch
            P U O A  small   GET     /api/v1/cases/{id}
            P U O A  small   GET     /api/v1/cases/{id}/timeline
            P U O -  small   POST    /api/v1/cases/{id}/supplements
            P - O -  small   POST    /api/v1/cases/{id}/withdrawal
            - - O -  small   POST    /api/v1/cases/{id}/acceptance
            - - O -  small   POST    /api/v1/cases/{id}/decline
            - - O -  small   POST    /api/v1/cases/{id}/voiding
            - - O -  small   POST    /api/v1/cases/{id}/link
            - - O -  small   POST    /api/v1/cases/{id}/split
            - - O -  small   GET     /api/v1/cases/{id}/reporter
            - - O -  small   DELETE  /api/v1/cases/{id}/reporter
            P U O A  small   GET     /api/v1/city
            - - O -  large   PUT     /api/v1/city
            - U O A  small   GET     /api/v1/orders
            - U O A  small   GET     /api/v1/orders/{id}
            - U O -  small   POST    /api/v1/orders/{id}/acknowledgement
            - U O -  small   POST    /api/v1/orders/{id}/return
            - U O -  small   POST    /api/v1/orders/{id}/feedback
            P U O A  small   GET     /api/v1/resolve
            - U O -  small   POST    /api/v1/cases/{id}/consultation
            - U O -  small   POST    /api/v1/cases/{id}/redispatch
            - - O A  small   GET     /api/v1/grid-sets
            - - O A  small   GET     /api/v1/grid-sets/{version}
            - - O A  slow    GET     /api/v1/grid-sets/{version}/report
            - - O A  slow    GET     /api/v1/grid-sets/{version}/moves
            - - O -  large   POST    /api/v1/grid-sets/**
            - - O -  small   DELETE  /api/v1/grid-sets/{version}/activation
            P U O A  small   GET     /api/v1/units
            - - O -  large   PUT     /api/v1/units
            P U O A  small   GET     /api/v1/responsibilities
            - - O -  large   PUT     /api/v1/responsibilities
            - - O -  small   POST    /api/v1/cases/{id}/suspension
            - - O -  small   POST    /api/v1/cases/{id}/resumption
            - - O -  small   POST    /api/v1/cases/{id}/extension
            - - O -  small   POST    /api/v1/cases/{id}/supervision
            P U O A  small   GET     /api/v1/policies
            - - O -  large   PUT     /api/v1/policies
            P U O A  small   GET     /api/v1/calendars
            - - O -  large   PUT     /api/v1/calendars
            - - O -  small   PUT     /api/v1/districts/{code}/mode
            P U O A  small   GET     /api/v1/modes
            - - O -  small   PUT     /api/v1/modes/plan
            - U O A  small   GET     /api/v1/sla
            - - O A  small   GET     /api/v1/sla/supervised
            - U O -  small   POST    /api/v1/cases/{id}/verification
            - U O -  small   POST    /api/v1/cases/{id}/follow-up
            P - O -  small   POST    /api/v1/cases/{id}/satisfaction
            P - O -  small   POST    /api/v1/cases/{id}/reopening
            - U O A  small   GET     /api/v1/indices
            """;

    static final Iterable<Door> DOORS = Doors.ALL;

    @Test
    void theTableSaysWhoMayDoWhat() {
        assertThat(Doors.ALL.stream().map(DoorsTest::line).collect(joining())).isEqualTo(MAY);
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void everyDoorIsInTheTableOnceAndIsTheOnlyOneAtItsPath(Door door) {
        PathContainer path = path(sample(door));
        assertThat(Doors.ALL.stream()
                        .filter(it ->
                                it.method().equals(door.method()) && it.path().matches(path)))
                .containsExactly(door);
        assertThat(Doors.find(door.method(), path)).contains(door);
    }

    @Test
    void headGoesWhereGetGoes() {
        assertThat(Doors.find(HttpMethod.HEAD, path("/api/v1/sla")))
                .isEqualTo(Doors.find(HttpMethod.GET, path("/api/v1/sla")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/cases/",
                "/api/v1//cases",
                "/api/v1/cases;a=b",
                "/api/v1/cases/c1/../c2",
                "/api/v1/grid-sets/../units",
                "/api/v1/grid-sets/%2e%2e/units",
                "/api/v1/cases/a%2Ftimeline",
                "/api/v1/cases/a\\b",
                "/API/v1/cases",
                "/actuator/env",
                "/internal/cases"
            })
    void whatIsNotInTheTableDoesNotExist(String path) {
        assertThat(Doors.methods(path(path))).isEmpty();
        assertThat(Doors.find(HttpMethod.GET, path(path))).isEmpty();
    }

    @Test
    void everyGetButTheReporterIsOpenToTheAuditorAndNothingElseIs() {
        Set<String> open = Doors.ALL.stream()
                .filter(it -> it.roles().contains(CallerRole.AUDITOR))
                .map(DoorsTest::name)
                .collect(toSet());
        assertThat(open)
                .isEqualTo(Doors.ALL.stream()
                        .filter(it -> it.method().equals(HttpMethod.GET))
                        .map(DoorsTest::name)
                        .filter(it -> !it.endsWith("/reporter"))
                        .collect(toSet()));
    }

    private static String sample(Door door) {
        return door.path().getPatternString().replaceAll("\\{[a-z]+}", "some-1").replace("/**", "/7/report");
    }

    private static PathContainer path(String path) {
        return PathContainer.parsePath(path);
    }

    private static String line(Door door) {
        String roles = Arrays.stream(CallerRole.values())
                .map(role -> door.roles().contains(role) ? role.name().substring(0, 1) : "-")
                .collect(joining(" "));
        return "%s  %-6s  %-6s  %s%n".formatted(roles, door.load().code(), door.method(), door.path());
    }

    private static String name(Door door) {
        return door.method() + " " + door.path();
    }
}
