package io.gridwhistle.escalation.policy;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Policies;
import io.gridwhistle.city.Policy;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** SLA policies: read by everybody, replaced as a whole by an operator; every class of the city must have one. */
@RestController
@RequestMapping("/api/v1/policies")
final class PolicyController {
    record Activated(String kind, String version) {}

    private final References references;

    PolicyController(References references) {
        this.references = references;
    }

    @GetMapping
    ResponseEntity<byte[]> read() {
        byte[] json = references
                .findActive(ReferenceKind.POLICIES)
                .map(Reference::content)
                .orElseThrow(() -> ProblemException.notFound("no policies are in force yet"));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    @PutMapping
    Mono<Activated> replace(@RequestBody List<Policy> policies, RequestContext context) {
        context.requireWholeCity();
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        Policies checked;
        try {
            checked = new Policies(policies);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("", String.valueOf(e.getMessage()));
        }
        for (int i = 0; i < policies.size(); i++) {
            if (!policies.get(i).clocks().containsKey(ClockKind.OVERALL)) {
                throw ProblemException.invalid(
                        "/%d/clocks/overall".formatted(i),
                        "is missing; nothing but the end of a case stops this clock");
            }
        }
        List<FieldError> missing = city.classes().stream()
                .filter(it -> checked.find(it.code()).isEmpty())
                .map(it ->
                        new FieldError("", "class '%s' has no policy, nor is there one for '*'".formatted(it.code())))
                .toList();
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(missing);
        }
        return references
                .publishAndActivate(ReferenceKind.POLICIES, Json.MAPPER.writeValueAsBytes(policies), context.actor())
                .map(it -> new Activated(it.kind().code(), it.version()));
    }
}
