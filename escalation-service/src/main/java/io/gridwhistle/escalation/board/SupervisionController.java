package io.gridwhistle.escalation.board;

import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Supervision by hand (督办): the centre puts its eye on a case. */
@RestController
final class SupervisionController {
    private static final String SELECT = "select state::text from case_state where case_id = :id";

    record Supervision(@Nullable String reason, @Nullable String followUpAt) {}

    /** What was taken down. */
    record Taken(EventId event, CaseId id) {}

    private final DatabaseClient db;
    private final FreshReads fresh;
    private final CaseLog log;

    SupervisionController(DatabaseClient db, FreshReads fresh, CaseLog log) {
        this.db = db;
        this.fresh = fresh;
        this.log = log;
    }

    @PostMapping("/api/v1/cases/{id}/supervision")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> supervise(@PathVariable String id, @RequestBody Supervision body, RequestContext context) {
        String reason = Texts.require("/reason", body.reason(), Texts.REASON);
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
        var event = new CaseSupervised(
                reason,
                body.followUpAt() == null ? null : Texts.time("/followUpAt", body.followUpAt()),
                context.actor());
        EventId eventId = EventId.ofContent(caseId, "case-supervised", Json.MAPPER.writeValueAsString(event));
        var query = db.sql(SELECT)
                .bind("id", id)
                .map((row, meta) -> Json.MAPPER.readValue(row.get(0, String.class), BoardCase.class))
                .one();
        return fresh.find(caseId, query, board -> board.state().phase().isOpen())
                .filter(board -> context.caller()
                        .mayActIn(
                                board.district() == null
                                        ? null
                                        : board.district().value()))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))))
                .flatMap(board -> board.state().phase().isOpen()
                        ? log.append(new EventEnvelope<>(
                                eventId, caseId, log.source(), Instant.now(), context.traceparent(), event))
                        : Mono.error(ProblemException.conflict(
                                "wrong-phase",
                                "the case is '%s'; supervision needs an open one"
                                        .formatted(board.state().phase().code()))))
                .thenReturn(new Taken(eventId, caseId));
    }
}
