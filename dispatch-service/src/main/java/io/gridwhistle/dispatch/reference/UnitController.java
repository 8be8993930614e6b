package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CalendarCode;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.LogTopics;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Units: read by everybody, replaced as a whole by an operator. */
@RestController
@RequestMapping("/api/v1/units")
final class UnitController {
    private final References references;
    private final LogTopics topics;
    private final MatrixProof proof;
    private final ProofTurns turns;

    UnitController(References references, LogTopics topics, MatrixProof proof, ProofTurns turns) {
        this.references = references;
        this.topics = topics;
        this.proof = proof;
        this.turns = turns;
    }

    @GetMapping
    Collection<Unit> units() {
        return references.active(ReferenceKind.UNITS, CityReferences::units).listAll();
    }

    /** Every unit has its topic before anything can be sent to it. */
    @PutMapping
    Mono<Activated> replaceUnits(@RequestBody List<Unit> units, RequestContext context) {
        context.requireWholeCity();
        Texts.requireElements(units);
        Units checked;
        try {
            checked = new Units(units);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("", String.valueOf(e.getMessage()));
        }
        requireKnownAndCentred(units);
        return turns.hold(() -> {
                    proof.requireFit(checked);
                    topics.ensureDispatch(checked.listAll().stream()
                            .map(unit -> Topics.dispatch(unit.district(), unit.code()))
                            .toList());
                    return references.publishAndActivate(
                            ReferenceKind.UNITS, Json.MAPPER.writeValueAsBytes(units), context.actor());
                })
                .map(Activated::of);
    }

    private void requireKnownAndCentred(List<Unit> units) {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < units.size(); i++) {
            var calendar = units.get(i).calendar();
            if (calendar != null && findCalendar(calendar).isEmpty()) {
                errors.add(new FieldError(
                        "/%d/calendar".formatted(i), "'%s' is no calendar in force".formatted(calendar)));
            }
            var district = units.get(i).district();
            if (!district.equals(city.code())
                    && city.districts().stream().noneMatch(it -> it.code().equals(district))) {
                errors.add(new FieldError(
                        "/%d/district".formatted(i),
                        "'%s' is no district of %s, nor the city's own code '%s'"
                                .formatted(district, city.name(), city.code())));
            }
        }
        errors.addAll(centresAtFault(units));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private Optional<BusinessCalendar> findCalendar(CalendarCode code) {
        return references
                .active(ReferenceKind.CALENDARS, CityReferences::calendars)
                .find(code);
    }

    /** What nobody wants ends at the city's centre, so there is one; and no district has two that could disagree. */
    private static List<FieldError> centresAtFault(List<Unit> units) {
        var errors = new ArrayList<FieldError>();
        Set<String> centres = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean again = switch (unit.kind()) {
                case CITY_CENTRE -> !centres.add("");
                case DISTRICT_CENTRE -> !centres.add(unit.district().value());
                case STREET, DEPARTMENT, TASK_FORCE, COUNCIL -> false;
            };
            if (again) {
                errors.add(new FieldError(
                        "/%d/kind".formatted(i),
                        "'%s' is a second %s; there is one in the city, and at most one in each district"
                                .formatted(unit.code(), unit.kind().code())));
            }
        }
        if (!centres.contains("")) {
            errors.add(new FieldError("", "no unit is of kind city-centre; a case that every unit returns ends there"));
        }
        return errors;
    }
}
