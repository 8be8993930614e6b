package io.gridwhistle.escalation.board;

import io.gridwhistle.events.EscalationEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the case that a desk wants to decide about, and takes down what it decides. */
@Component
final class CaseDesk {
    private static final String SELECT = "select state::text from case_state where case_id = :id";

    /** What was taken down. */
    record Taken(EventId event, CaseId id) {}

    private final DatabaseClient db;
    private final FreshReads fresh;
    private final CaseLog log;

    CaseDesk(DatabaseClient db, FreshReads fresh, CaseLog log) {
        this.db = db;
        this.fresh = fresh;
        this.log = log;
    }

    /** The case's id. Errors: a 404 problem where it is none. */
    static CaseId caseId(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
    }

    /**
     * The case as the board has it; where that will not do, only after the board has caught up with the log.
     *
     * <p>Errors: a 404 problem where there is none that this caller may act on.
     */
    Mono<BoardCase> find(CaseId id, RequestContext context, Predicate<BoardCase> willDo) {
        var query = db.sql(SELECT)
                .bind("id", id.value())
                .map((row, meta) -> Json.MAPPER.readValue(row.get(0, String.class), BoardCase.class))
                .one();
        return fresh.find(id, query, willDo)
                .filter(board -> context.caller()
                        .mayActIn(
                                board.district() == null
                                        ? null
                                        : board.district().value()))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))));
    }

    Mono<Taken> take(CaseId caseId, EventId eventId, EscalationEvent event, RequestContext context) {
        return log.append(
                        new EventEnvelope<>(eventId, caseId, log.source(), Instant.now(), context.traceparent(), event))
                .thenReturn(new Taken(eventId, caseId));
    }
}
