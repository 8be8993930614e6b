package io.gridwhistle.intake.city;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The city's own words: read by everybody, replaced as a whole by an operator. */
@RestController
@RequestMapping("/api/v1/city")
final class CityController {
    private final References references;
    private final CityFit fit;

    CityController(References references, CityFit fit) {
        this.references = references;
        this.fit = fit;
    }

    @GetMapping
    City read() {
        return references.active(ReferenceKind.CITY, CityReferences::city);
    }

    @PutMapping
    Mono<Activated> replace(@RequestBody City city, RequestContext context) {
        context.requireWholeCity();
        List<FieldError> unlikely = RelatedCheck.check(city);
        if (!unlikely.isEmpty()) {
            throw ProblemException.invalid(unlikely);
        }
        return Mono.fromRunnable(() -> fit.require(city))
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(() -> references.publishAndActivate(
                        ReferenceKind.CITY, Json.MAPPER.writeValueAsBytes(city), context.actor())))
                .map(Activated::of);
    }

    record Activated(String kind, String version) {
        static Activated of(Reference reference) {
            return new Activated(reference.kind().code(), reference.version());
        }
    }
}
