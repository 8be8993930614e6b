package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.LogTopics;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Units: read by everybody, replaced as a whole by an operator. */
@RestController
@RequestMapping("/api/v1/units")
final class UnitController {
    private final References references;
    private final LogTopics topics;
    private final MatrixProof proof;

    UnitController(References references, LogTopics topics, MatrixProof proof) {
        this.references = references;
        this.topics = topics;
        this.proof = proof;
    }

    @GetMapping
    Collection<Unit> units() {
        return references.active(ReferenceKind.UNITS, CityReferences::units).listAll();
    }

    /** Every unit has its topic before anything can be sent to it. */
    @PutMapping
    Mono<Activated> replaceUnits(@RequestBody List<Unit> units, RequestContext context) {
        context.requireWholeCity();
        Units checked;
        try {
            checked = new Units(units);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("", String.valueOf(e.getMessage()));
        }
        requireDistricts(units);
        return Mono.fromRunnable(() -> {
                    proof.requireFit(checked);
                    topics.ensureDispatch(checked.listAll().stream()
                            .map(unit -> Topics.dispatch(unit.district(), unit.code()))
                            .toList());
                })
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(() -> references.publishAndActivate(
                        ReferenceKind.UNITS, Json.MAPPER.writeValueAsBytes(units), context.actor())))
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
}
