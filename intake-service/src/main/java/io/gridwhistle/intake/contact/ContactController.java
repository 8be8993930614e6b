package io.gridwhistle.intake.contact;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.intake.register.Register;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For desks alone: how to reach a reporter, and to forget it on request. */
@RestController
@RequestMapping("/api/v1/cases/{id}/reporter")
final class ContactController {
    private final Contacts contacts;
    private final Register register;

    ContactController(Contacts contacts, Register register) {
        this.contacts = contacts;
        this.register = register;
    }

    @GetMapping
    Mono<Contact> read(@PathVariable String id, RequestContext context) {
        return ofDesk(id, context)
                .flatMap(contacts::find)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("no contact is kept for this case")));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> erase(@PathVariable String id, RequestContext context) {
        return ofDesk(id, context).flatMap(contacts::erase);
    }

    /** A case that the desk may see; whose contact is nobody else's business. */
    private Mono<CaseId> ofDesk(String id, RequestContext context) {
        if (!context.caller().is(CallerRole.OPERATOR)) {
            throw ProblemException.forbidden("contacts are for the operator's desk");
        }
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
        return register.findPhase(caseId, context.caller(), phase -> true)
                .map(phase -> caseId)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))));
    }
}
