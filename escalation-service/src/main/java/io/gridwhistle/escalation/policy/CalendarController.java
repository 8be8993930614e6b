package io.gridwhistle.escalation.policy;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.calendar.CalendarCheck;
import io.gridwhistle.city.calendar.Calendars;
import io.gridwhistle.city.calendar.WorkCalendar;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CalendarCode;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calendars of working time: read by everybody, replaced as a whole by an operator. */
@RestController
@RequestMapping("/api/v1/calendars")
final class CalendarController {
    private final References references;

    CalendarController(References references) {
        this.references = references;
    }

    @GetMapping
    ResponseEntity<byte[]> read() {
        return Published.read(references, ReferenceKind.CALENDARS);
    }

    @PutMapping
    Mono<Published> replace(@RequestBody Calendars.Document calendars, RequestContext context) {
        context.requireWholeCity();
        var errors = new ArrayList<FieldError>();
        CalendarCheck.check(calendars).forEach(it -> errors.add(new FieldError(it.pointer(), it.detail())));
        errors.addAll(missing(calendars.calendars()));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return Published.activate(
                references, ReferenceKind.CALENDARS, Json.MAPPER.writeValueAsBytes(calendars), context);
    }

    /** A unit whose calendar is gone would be measured by another without a word. */
    private List<FieldError> missing(List<WorkCalendar> calendars) {
        if (references.findActive(ReferenceKind.UNITS).isEmpty()) {
            return List.of();
        }
        Collection<Unit> units =
                references.active(ReferenceKind.UNITS, CityReferences::units).listAll();
        Set<CalendarCode> codes = calendars.stream().map(WorkCalendar::code).collect(Collectors.toSet());
        return units.stream()
                .filter(unit -> unit.calendar() != null && !codes.contains(unit.calendar()))
                .map(unit -> new FieldError(
                        "/calendars", "'%s' is missing; unit '%s' keeps it".formatted(unit.calendar(), unit.code())))
                .toList();
    }
}
