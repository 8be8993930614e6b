package io.gridwhistle.intake.register;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where cases stand. */
@RestController
@RequestMapping("/api/v1/cases")
final class CaseController {
    private final Register register;

    CaseController(Register register) {
        this.register = register;
    }

    @GetMapping("/{id}")
    Mono<CaseAnswer> one(@PathVariable String id, RequestContext context) {
        return find(id, context.caller())
                .zipWhen(found -> register.countFollowers(new CaseId(id)))
                .map(found -> CaseAnswer.of(new CaseId(id), found.getT1(), found.getT2()));
    }

    @GetMapping("/{id}/timeline")
    Mono<Timeline> timeline(@PathVariable String id, RequestContext context) {
        return find(id, context.caller())
                .flatMap(found -> register.timeline(new CaseId(id)).collectList())
                .map(events -> new Timeline(id, events));
    }

    @GetMapping
    Mono<Register.Page> search(@RequestParam MultiValueMap<String, String> parameters, RequestContext context) {
        CaseSearch search = CaseSearch.of(parameters, context.caller());
        return register.search(search).map(CaseSummary::of).collectList().map(found -> page(found, search.limit()));
    }

    record Timeline(String id, List<Register.TimelineEntry> events) {}

    private static Register.Page page(List<CaseSummary> found, int limit) {
        if (found.size() <= limit) {
            return new Register.Page(found, null);
        }
        CaseSummary last = found.get(limit - 1);
        return new Register.Page(found.subList(0, limit), CaseSearch.cursor(last.reportedAt(), last.id()));
    }

    private Mono<RegisteredCase> find(String id, Caller caller) {
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
        return register.find(caseId, caller)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))));
    }
}
