package io.gridwhistle.gateway.door;

import static io.gridwhistle.gateway.door.Backend.DISPATCH;
import static io.gridwhistle.gateway.door.Backend.ESCALATION;
import static io.gridwhistle.gateway.door.Backend.EVALUATION;
import static io.gridwhistle.gateway.door.Backend.INTAKE;
import static io.gridwhistle.gateway.door.Load.LARGE;
import static io.gridwhistle.gateway.door.Load.SLOW;
import static io.gridwhistle.gateway.door.Load.SMALL;
import static io.gridwhistle.gateway.door.Load.STREAM;
import static io.gridwhistle.log.web.CallerRole.AUDITOR;
import static io.gridwhistle.log.web.CallerRole.OPERATOR;
import static io.gridwhistle.log.web.CallerRole.PLATFORM;
import static io.gridwhistle.log.web.CallerRole.UNIT;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.gridwhistle.log.web.CallerRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of all doors. What is not in it does not exist; who is not in a row does not pass. */
public final class Doors {
    /** Every code and id of the domain fits this, so that no path can mean one thing here and another behind. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    public static final List<Door> ALL = List.of(
            door(GET, "/api/v1/cases", INTAKE, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(POST, "/api/v1/cases", INTAKE, SMALL, PLATFORM),
            door(POST, "/api/v1/cases/batch", INTAKE, STREAM, PLATFORM),
            door(GET, "/api/v1/cases/{id}", INTAKE, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(GET, "/api/v1/cases/{id}/timeline", INTAKE, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(POST, "/api/v1/cases/{id}/supplements", INTAKE, SMALL, PLATFORM, UNIT, OPERATOR),
            door(POST, "/api/v1/cases/{id}/withdrawal", INTAKE, SMALL, PLATFORM, OPERATOR),
            door(POST, "/api/v1/cases/{id}/acceptance", INTAKE, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/decline", INTAKE, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/voiding", INTAKE, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/link", INTAKE, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/split", INTAKE, SMALL, OPERATOR),
            door(GET, "/api/v1/cases/{id}/reporter", INTAKE, SMALL, OPERATOR),
            door(DELETE, "/api/v1/cases/{id}/reporter", INTAKE, SMALL, OPERATOR),
            door(GET, "/api/v1/city", INTAKE, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(PUT, "/api/v1/city", INTAKE, LARGE, OPERATOR),
            door(GET, "/api/v1/orders", DISPATCH, SMALL, UNIT, OPERATOR, AUDITOR),
            door(GET, "/api/v1/orders/{id}", DISPATCH, SMALL, UNIT, OPERATOR, AUDITOR),
            door(POST, "/api/v1/orders/{id}/acknowledgement", DISPATCH, SMALL, UNIT, OPERATOR),
            door(POST, "/api/v1/orders/{id}/return", DISPATCH, SMALL, UNIT, OPERATOR),
            door(POST, "/api/v1/orders/{id}/feedback", DISPATCH, SMALL, UNIT, OPERATOR),
            door(GET, "/api/v1/resolve", DISPATCH, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(POST, "/api/v1/cases/{id}/consultation", DISPATCH, SMALL, UNIT, OPERATOR),
            door(POST, "/api/v1/cases/{id}/redispatch", DISPATCH, SMALL, UNIT, OPERATOR),
            door(GET, "/api/v1/grid-sets", DISPATCH, SMALL, OPERATOR, AUDITOR),
            door(GET, "/api/v1/grid-sets/{version}", DISPATCH, SMALL, OPERATOR, AUDITOR),
            door(GET, "/api/v1/grid-sets/{version}/report", DISPATCH, SLOW, OPERATOR, AUDITOR),
            door(GET, "/api/v1/grid-sets/{version}/moves", DISPATCH, SLOW, OPERATOR, AUDITOR),
            door(POST, "/api/v1/grid-sets/**", DISPATCH, LARGE, OPERATOR),
            door(DELETE, "/api/v1/grid-sets/{version}/activation", DISPATCH, SMALL, OPERATOR),
            door(GET, "/api/v1/units", DISPATCH, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(PUT, "/api/v1/units", DISPATCH, LARGE, OPERATOR),
            door(GET, "/api/v1/responsibilities", DISPATCH, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(PUT, "/api/v1/responsibilities", DISPATCH, LARGE, OPERATOR),
            door(POST, "/api/v1/cases/{id}/suspension", ESCALATION, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/resumption", ESCALATION, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/extension", ESCALATION, SMALL, OPERATOR),
            door(POST, "/api/v1/cases/{id}/supervision", ESCALATION, SMALL, OPERATOR),
            door(GET, "/api/v1/policies", ESCALATION, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(PUT, "/api/v1/policies", ESCALATION, LARGE, OPERATOR),
            door(GET, "/api/v1/calendars", ESCALATION, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(PUT, "/api/v1/calendars", ESCALATION, LARGE, OPERATOR),
            door(PUT, "/api/v1/districts/{code}/mode", ESCALATION, SMALL, OPERATOR),
            door(GET, "/api/v1/modes", ESCALATION, SMALL, PLATFORM, UNIT, OPERATOR, AUDITOR),
            door(PUT, "/api/v1/modes/plan", ESCALATION, SMALL, OPERATOR),
            door(GET, "/api/v1/sla", ESCALATION, SMALL, UNIT, OPERATOR, AUDITOR),
            door(GET, "/api/v1/sla/supervised", ESCALATION, SMALL, OPERATOR, AUDITOR),
            door(POST, "/api/v1/cases/{id}/verification", EVALUATION, SMALL, UNIT, OPERATOR),
            door(POST, "/api/v1/cases/{id}/follow-up", EVALUATION, SMALL, UNIT, OPERATOR),
            door(POST, "/api/v1/cases/{id}/satisfaction", EVALUATION, SMALL, PLATFORM, OPERATOR),
            door(POST, "/api/v1/cases/{id}/reopening", EVALUATION, SMALL, PLATFORM, OPERATOR),
            door(GET, "/api/v1/indices", EVALUATION, SMALL, UNIT, OPERATOR, AUDITOR));

    private Doors() {}

    private static Door door(HttpMethod method, String path, Backend backend, Load load, CallerRole... roles) {
        return new Door(method, PathPatternParser.defaultInstance.parse(path), backend, load, Set.of(roles));
    }

    /** The door for this method; a {@code HEAD} goes where the {@code GET} goes. */
    public static Optional<Door> find(HttpMethod method, PathContainer path) {
        HttpMethod sought = method.equals(HEAD) ? GET : method;
        return at(path).stream().filter(it -> it.method().equals(sought)).findFirst();
    }

    /** What may be done at a path; empty where there is nothing. */
    public static Set<HttpMethod> methods(PathContainer path) {
        return at(path).stream().map(Door::method).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Door> at(PathContainer path) {
        return PLAIN.matcher(path.value()).matches()
                ? ALL.stream().filter(it -> it.path().matches(path)).toList()
                : List.of();
    }
}
