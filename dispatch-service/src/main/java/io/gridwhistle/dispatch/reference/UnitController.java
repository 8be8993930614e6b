package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.LogTopics;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Units and the responsibility matrix: read by everybody, replaced as a whole by an operator. */
@RestController
@RequestMapping("/api/v1")
final class UnitController {
    record Activated(String kind, String version) {
        static Activated of(Reference reference) {
            return new Activated(reference.kind().code(), reference.version());
        }
    }

    private final References references;
    private final LogTopics topics;

    UnitController(References references, LogTopics topics) {
        this.references = references;
        this.topics = topics;
    }

    @GetMapping("/units")
    Collection<Unit> units() {
        return references.active(ReferenceKind.UNITS, CityReferences::units).listAll();
    }

    /** Every unit has its topic before anything can be sent to it. */
    @PutMapping("/units")
    Mono<Activated> replaceUnits(@RequestBody List<Unit> units, RequestContext context) {
        context.requireWholeCity();
        Units checked;
        try {
            checked = new Units(units);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("", String.valueOf(e.getMessage()));
        }
        requireDistricts(units);
        return Mono.fromRunnable(() -> topics.ensureDispatch(checked.listAll().stream()
                        .map(unit -> Topics.dispatch(unit.district(), unit.code()))
                        .toList()))
                .subscribeOn(Schedulers.boundedElastic())
                .then(references.publishAndActivate(
                        ReferenceKind.UNITS, Json.MAPPER.writeValueAsBytes(units), context.actor()))
                .map(Activated::of);
    }

    private void requireDistricts(List<Unit> units) {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < units.size(); i++) {
            var district = units.get(i).district();
            if (!district.equals(city.code())
                    && city.districts().stream().noneMatch(it -> it.code().equals(district))) {
                errors.add(new FieldError(
                        "/%d/district".formatted(i),
                        "'%s' is no district of %s, nor the city's own code '%s'"
                                .formatted(district, city.name(), city.code())));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    @GetMapping("/responsibilities")
    ResponseEntity<byte[]> responsibilities() {
        byte[] json = references
                .findActive(ReferenceKind.RESPONSIBILITIES)
                .map(Reference::content)
                .orElseThrow(() -> ProblemException.notFound("no responsibility matrix is in force yet"));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    @PutMapping("/responsibilities")
    Mono<Activated> replaceResponsibilities(@RequestBody List<Responsibility> matrix, RequestContext context) {
        context.requireWholeCity();
        Units units = references.active(ReferenceKind.UNITS, CityReferences::units);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < matrix.size(); i++) {
            if (units.find(matrix.get(i).unit()).isEmpty()) {
                errors.add(new FieldError(
                        "/%d/unit".formatted(i),
                        "'%s' is no registered unit".formatted(matrix.get(i).unit())));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return references
                .publishAndActivate(
                        ReferenceKind.RESPONSIBILITIES, Json.MAPPER.writeValueAsBytes(matrix), context.actor())
                .map(Activated::of);
    }
}
