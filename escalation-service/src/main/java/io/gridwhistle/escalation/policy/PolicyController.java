package io.gridwhistle.escalation.policy;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Finding;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.calendar.Calendars;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.city.policy.PolicyCheck;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** SLA policies: read by everybody, replaced as a whole by an operator; they leave no situation open. */
@RestController
@RequestMapping("/api/v1/policies")
final class PolicyController {
    private final References references;

    PolicyController(References references) {
        this.references = references;
    }

    @GetMapping
    ResponseEntity<byte[]> read() {
        return Published.read(references, ReferenceKind.POLICIES);
    }

    @PutMapping
    Mono<Published> replace(@RequestBody List<Policy> policies, RequestContext context) {
        context.requireWholeCity();
        Texts.requireElements(policies);
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        Units units = references.active(ReferenceKind.UNITS, CityReferences::units);
        Calendars calendars = references.active(ReferenceKind.CALENDARS, CityReferences::calendars);
        // Thousands of situations on every day of some years.
        return Mono.fromCallable(() -> PolicyCheck.check(policies, city, units, calendars, this::isPlace))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(PolicyController::requireNone)
                .flatMap(none -> Published.activate(
                        references, ReferenceKind.POLICIES, Json.MAPPER.writeValueAsBytes(policies), context));
    }

    private static void requireNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw ProblemException.invalid(findings.stream()
                    .map(it -> new FieldError(it.pointer(), it.detail()))
                    .toList());
        }
    }

    /** Before there are boundaries nobody knows. */
    private boolean isPlace(String code) {
        if (references.findActive(ReferenceKind.GRID_SET).isEmpty()) {
            return true;
        }
        try {
            return references
                    .active(ReferenceKind.GRID_SET, GridSet::read)
                    .findCell(new CellCode(code))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
