package io.gridwhistle.evaluation.verify;

import io.gridwhistle.evaluation.index.ScoreBook;
import io.gridwhistle.evaluation.index.ScoredCase;
import io.gridwhistle.events.EvaluationEvent;
import io.gridwhistle.events.EvaluationEvent.CaseFollowedUp;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What verifiers and petitioners say. The check here only saves a wrong way; the log has the last word. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
final class EvaluationController {
    record Verification(@Nullable Boolean passed, @Nullable String note) {}

    record FollowUp(@Nullable String note) {}

    record Satisfaction(
            @Nullable Integer score,
            @Nullable Boolean resolved,
            @Nullable String note) {}

    record Reopening(@Nullable String reason) {}

    /** What was taken down. */
    record Taken(EventId event, CaseId id) {}

    private final ScoreBook scores;
    private final CaseLog log;

    EvaluationController(ScoreBook scores, CaseLog log) {
        this.scores = scores;
        this.log = log;
    }

    @PostMapping("/verification")
    Mono<Taken> verify(@PathVariable String id, @RequestBody Verification body, RequestContext context) {
        Boolean passed = body.passed();
        if (passed == null) {
            throw ProblemException.invalid(
                    "/passed", "is missing; true where the result is good, false where it is not");
        }
        // Who sends a case back says what is left to do.
        String note = passed
                ? Texts.orEmpty("/note", body.note(), Texts.REASON)
                : Texts.require("/note", body.note(), Texts.REASON);
        return take(id, context, CaseState::verdictDue, "a verification that somebody was asked for", state -> {
            requireVerifier(context.caller(), findVerifier(state));
            return new CaseVerified(state.round(), passed, note, context.actor());
        });
    }

    /** 回访: the petitioner of a closed case was asked how it went. */
    @PostMapping("/follow-up")
    Mono<Taken> followUp(@PathVariable String id, @RequestBody FollowUp body, RequestContext context) {
        String note = Texts.require("/note", body.note(), Texts.REASON);
        return take(
                id,
                context,
                state -> state.phase() == Phase.CLOSED,
                "a closed case",
                state -> new CaseFollowedUp(note, context.actor()));
    }

    @PostMapping("/satisfaction")
    Mono<Taken> score(@PathVariable String id, @RequestBody Satisfaction body, RequestContext context) {
        Integer score = body.score();
        Boolean resolved = body.resolved();
        if (score == null || score < 1 || score > 5) {
            throw ProblemException.invalid("/score", "is a number from 1 (worst) to 5");
        }
        String note = Texts.optional("/note", body.note(), Texts.REASON);
        if (resolved == null) {
            throw ProblemException.invalid("/resolved", "is missing; true or false");
        }
        return take(
                id,
                context,
                state -> state.phase() == Phase.CLOSED,
                "a closed case",
                state -> new SatisfactionScored(score, resolved, note, context.actor()));
    }

    @PostMapping("/reopening")
    Mono<Taken> reopen(@PathVariable String id, @RequestBody Reopening body, RequestContext context) {
        String reason = Texts.require("/reason", body.reason(), Texts.REASON);
        return take(
                id,
                context,
                state -> state.phase() == Phase.CLOSED,
                "a closed case",
                state -> new CaseReopened(reason, context.actor()));
    }

    private Mono<Taken> take(
            String id,
            RequestContext context,
            Predicate<CaseState> takes,
            String needs,
            Function<CaseState, EvaluationEvent> command) {
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
        return scores.find(caseId, context.caller(), takes)
                .map(ScoredCase::state)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))))
                .flatMap(state -> {
                    if (!takes.test(state)) {
                        return Mono.error(ProblemException.conflict(
                                "wrong-phase",
                                "the case is '%s'; this needs %s"
                                        .formatted(state.phase().code(), needs)));
                    }
                    EvaluationEvent event = command.apply(state);
                    // The same words in the same round are one event, other words another.
                    EventId eventId = EventId.ofContent(
                            caseId,
                            EventTypes.nameOf(event.getClass()) + "." + state.round(),
                            Json.MAPPER.writeValueAsString(event));
                    return log.append(new EventEnvelope<>(
                                    eventId, caseId, log.source(), Instant.now(), context.traceparent(), event))
                            .thenReturn(new Taken(eventId, caseId));
                });
    }

    private static @Nullable OrderLine findVerifier(CaseState state) {
        return state.phase() != Phase.HANDLED
                ? null
                : state.orders().values().stream()
                        .filter(line ->
                                line.role() == Role.VERIFIER && line.status().isOpen())
                        .findFirst()
                        .orElse(null);
    }

    private static void requireVerifier(Caller caller, @Nullable OrderLine verifier) {
        if (caller.is(CallerRole.OPERATOR)) {
            return;
        }
        if (verifier == null) {
            throw ProblemException.forbidden("the centre's desk verifies this case");
        }
        if (!verifier.to().desk().equals(caller.unit()) && !verifier.to().unit().equals(caller.unit())) {
            throw ProblemException.forbidden(
                    "'%s' was asked to verify this case".formatted(verifier.to().unit()));
        }
    }
}
