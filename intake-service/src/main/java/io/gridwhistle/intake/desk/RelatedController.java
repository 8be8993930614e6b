package io.gridwhistle.intake.desk;

import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.intake.desk.DeskController.Taken;
import io.gridwhistle.intake.register.Register;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.lifecycle.Ties;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A desk says that two cases are of the same thing (并案), or are not. The log has the last word. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
final class RelatedController {
    record Link(@Nullable String first, @Nullable String reason) {}

    record Split(@Nullable String reason) {}

    private final Register register;
    private final CaseLog log;

    RelatedController(Register register, CaseLog log) {
        this.register = register;
        this.log = log;
    }

    @PostMapping("/link")
    Mono<Taken> link(@PathVariable String id, @RequestBody Link body, RequestContext context) {
        CaseId follower = parse(id);
        CaseId first = first(body.first(), follower);
        String reason = Texts.require("/reason", body.reason(), Texts.REASON);
        return register.findState(follower, context.caller(), RelatedController::mayFollow)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))))
                .doOnNext(RelatedController::requireMayFollow)
                .flatMap(state -> register.findState(first, context.caller(), RelatedController::mayBeFollowed)
                        .switchIfEmpty(Mono.error(() -> ProblemException.invalid(
                                "/first", "'%s' is no case that this credential sees".formatted(first))))
                        .doOnNext(RelatedController::requireMayBeFollowed)
                        .flatMap(known -> take(
                                follower, state, new CaseLinked(first, null, null, reason, context.actor()), context)));
    }

    @PostMapping("/split")
    Mono<Taken> split(@PathVariable String id, @RequestBody Split body, RequestContext context) {
        CaseId follower = parse(id);
        String reason = Texts.require("/reason", body.reason(), Texts.REASON);
        return register.findState(follower, context.caller(), state -> state.phase() == Phase.FOLLOWING)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))))
                .flatMap(state -> {
                    if (state.phase() != Phase.FOLLOWING) {
                        return Mono.error(wrongPhase("the case is '%s'; only one that follows another can be split off"
                                .formatted(state.phase().code())));
                    }
                    CaseId first = Objects.requireNonNull(state.ties().follows());
                    return take(follower, state, new CaseUnlinked(first, null, reason, context.actor()), context);
                });
    }

    private static boolean mayFollow(CaseState state) {
        return state.phase().isUnsolved() && state.ties().followers().isEmpty();
    }

    private static void requireMayFollow(CaseState state) {
        if (!state.ties().followers().isEmpty()) {
            throw wrongPhase("%d cases follow this one, so it cannot follow another"
                    .formatted(state.ties().followers().size()));
        }
        if (!state.phase().isUnsolved()) {
            throw wrongPhase("the case is '%s'; one that follows is accepted, on its own way, and not solved"
                    .formatted(state.phase().code()));
        }
    }

    private static boolean mayBeFollowed(CaseState state) {
        return state.phase().mayBeFollowed() && !state.ties().isFull();
    }

    private static void requireMayBeFollowed(CaseState state) {
        if (!mayBeFollowed(state)) {
            throw wrongPhase(
                    state.phase().mayBeFollowed()
                            ? "%d cases follow the first one, which is as many as may".formatted(Ties.MOST_FOLLOWERS)
                            : "the first case is '%s'; one that is followed is accepted, on its own way, and open"
                                    .formatted(state.phase().code()));
        }
    }

    /** The same words about another link are another event. */
    private Mono<Taken> take(CaseId id, CaseState state, IntakeEvent event, RequestContext context) {
        EventId eventId = EventId.ofContent(
                id,
                EventTypes.nameOf(event.getClass()),
                Json.MAPPER.writeValueAsString(event) + state.ties().links());
        return log.append(new EventEnvelope<>(eventId, id, log.source(), Instant.now(), context.traceparent(), event))
                .thenReturn(new Taken(eventId, id));
    }

    private static CaseId first(@Nullable String first, CaseId follower) {
        if (first == null) {
            throw ProblemException.invalid("/first", "is missing; name the case that this one follows");
        }
        CaseId id;
        try {
            id = new CaseId(first);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/first", "'%s' is no case id".formatted(first));
        }
        if (id.equals(follower)) {
            throw ProblemException.invalid("/first", "is the case itself");
        }
        return id;
    }

    private static CaseId parse(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
    }

    private static ProblemException wrongPhase(String detail) {
        return ProblemException.conflict("wrong-phase", detail);
    }
}
