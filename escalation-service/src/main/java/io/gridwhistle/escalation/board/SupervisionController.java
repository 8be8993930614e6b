package io.gridwhistle.escalation.board;

import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Supervision by hand (督办): the centre puts its eye on a case. */
@RestController
final class SupervisionController {
    record Supervision(@Nullable String reason, @Nullable String followUpAt) {}

    private final CaseDesk desk;

    SupervisionController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/cases/{id}/supervision")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<CaseDesk.Taken> supervise(@PathVariable String id, @RequestBody Supervision body, RequestContext context) {
        CaseId caseId = CaseDesk.caseId(id);
        var event = new CaseSupervised(
                Texts.require("/reason", body.reason(), Texts.REASON),
                body.followUpAt() == null ? null : Texts.time("/followUpAt", body.followUpAt()),
                context.actor());
        EventId eventId = EventId.ofContent(caseId, "case-supervised", Json.MAPPER.writeValueAsString(event));
        return desk.find(caseId, context, board -> board.state().phase().isOpen())
                .flatMap(board -> board.state().phase().isOpen()
                        ? desk.take(caseId, eventId, event, context)
                        : Mono.error(ProblemException.conflict(
                                "wrong-phase",
                                "the case is '%s'; supervision needs an open one"
                                        .formatted(board.state().phase().code()))));
    }
}
