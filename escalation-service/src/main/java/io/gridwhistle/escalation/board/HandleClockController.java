package io.gridwhistle.escalation.board;

import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.events.EscalationEvent;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.ExtensionApproved;
import io.gridwhistle.events.EscalationEvent.SuspensionApproved;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/**
 * What desks approve for the handle clock: that it stands still (挂账), goes on, or runs longer (延期).
 *
 * <p>The checks only save a wrong way; whether an approval holds is decided where it stands in the log.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
final class HandleClockController {
    private static final int NAME = 200;

    record Suspension(
            @Nullable String until,
            @Nullable String reason,
            @Nullable String approver) {}

    record Resumption(@Nullable String reason) {}

    record Extension(
            @Nullable String deadline,
            @Nullable String reason,
            @Nullable String approver) {}

    private final CaseDesk desk;
    private final CaseTerms terms;

    HandleClockController(CaseDesk desk, CaseTerms terms) {
        this.desk = desk;
        this.terms = terms;
    }

    @PostMapping("/suspension")
    Mono<CaseDesk.Taken> suspend(@PathVariable String id, @RequestBody Suspension body, RequestContext context) {
        CaseId caseId = CaseDesk.caseId(id);
        var event = new SuspensionApproved(
                time("/until", body.until()),
                Texts.require("/reason", body.reason(), Texts.REASON),
                Texts.require("/approver", body.approver(), NAME),
                context.actor());
        return desk.find(caseId, context, board -> isRunning(board.handle())).flatMap(board -> {
            var now = board.suspension();
            // The same words after an earlier suspension is over are another one.
            int before = board.suspensions().times() - (now == null ? 0 : 1);
            EventId eventId = idOf(caseId, event, before);
            if (now != null && now.approval().equals(eventId)) {
                return Mono.just(new CaseDesk.Taken(eventId, caseId));
            }
            BoardClock handle = requireSuspendable(board, event.until());
            return terms.of(board, handle).flatMap(policy -> {
                requireAllowed(policy, handle, event.until());
                return desk.take(caseId, eventId, event, context);
            });
        });
    }

    @PostMapping("/resumption")
    Mono<CaseDesk.Taken> resume(@PathVariable String id, @RequestBody Resumption body, RequestContext context) {
        CaseId caseId = CaseDesk.caseId(id);
        var event = new CaseResumed(Texts.require("/reason", body.reason(), Texts.REASON), context.actor());
        return desk.find(caseId, context, board -> board.suspension() != null).flatMap(board -> {
            if (board.suspension() == null) {
                throw ProblemException.conflict("not-suspended", "the case is not suspended");
            }
            EventId eventId = idOf(caseId, event, board.suspensions().times());
            return desk.take(caseId, eventId, event, context);
        });
    }

    @PostMapping("/extension")
    Mono<CaseDesk.Taken> extend(@PathVariable String id, @RequestBody Extension body, RequestContext context) {
        CaseId caseId = CaseDesk.caseId(id);
        var event = new ExtensionApproved(
                time("/deadline", body.deadline()),
                Texts.require("/reason", body.reason(), Texts.REASON),
                Texts.require("/approver", body.approver(), NAME),
                context.actor());
        return desk.find(caseId, context, board -> isRunning(board.handle())).flatMap(board -> {
            BoardClock handle = requireHandle(board);
            EventId eventId = idOf(caseId, event, Objects.requireNonNull(handle.orderId()));
            if (eventId.equals(handle.granted().lastExtension())) {
                return Mono.just(new CaseDesk.Taken(eventId, caseId));
            }
            Instant before = requireExtendable(handle, event.deadline());
            return terms.of(board, handle).flatMap(policy -> {
                requireAllowed(policy, handle, before, event.deadline());
                return desk.take(caseId, eventId, event, context);
            });
        });
    }

    private static BoardClock requireSuspendable(BoardCase board, Instant until) {
        if (board.suspension() != null) {
            throw ProblemException.conflict(
                    "already-suspended",
                    "the case is suspended until %s"
                            .formatted(board.suspension().until()));
        }
        BoardClock handle = requireHandle(board);
        if (!until.isAfter(Instant.now())) {
            throw ProblemException.invalid("/until", "has passed");
        }
        return handle;
    }

    private static void requireAllowed(Terms policy, BoardClock handle, Instant until) {
        requireNotYet("suspended", handle.granted().suspensions(), policy.suspensions());
        Instant limit = policy.findSuspensionLimit(Instant.now())
                .orElseThrow(() ->
                        ProblemException.conflict("not-allowed", "the policy for this case allows no suspension"));
        if (until.isAfter(limit)) {
            throw ProblemException.invalid(
                    "/until", "is later than the policy allows from now on: %s".formatted(limit));
        }
    }

    /** The deadline there is. */
    private static Instant requireExtendable(BoardClock handle, Instant deadline) {
        if (handle.deadline() == null) {
            throw ProblemException.conflict("already-suspended", "the clock stands still; resume the case first");
        }
        if (!deadline.isAfter(handle.deadline())) {
            throw ProblemException.invalid(
                    "/deadline", "is not later than the one there is: %s".formatted(handle.deadline()));
        }
        return handle.deadline();
    }

    private static void requireAllowed(Terms policy, BoardClock handle, Instant before, Instant deadline) {
        requireNotYet("extended", handle.granted().extensions(), policy.extensions());
        Instant limit = policy.findExtensionLimit(before)
                .orElseThrow(
                        () -> ProblemException.conflict("not-allowed", "the policy for this case allows no extension"));
        if (deadline.isAfter(limit)) {
            throw ProblemException.invalid("/deadline", "is later than the policy allows: %s".formatted(limit));
        }
    }

    private static void requireNotYet(String what, int times, int allowed) {
        if (times > 0 && times >= allowed) {
            throw ProblemException.conflict(
                    "not-allowed",
                    "the clock was %s as often as the policy for this case allows: %d".formatted(what, times));
        }
    }

    private static BoardClock requireHandle(BoardCase board) {
        BoardClock handle = board.handle();
        if (handle == null || handle.stoppedAt() != null) {
            throw ProblemException.conflict(
                    "no-clock",
                    "nobody is on a handle clock; the case is '%s'"
                            .formatted(board.state().phase().code()));
        }
        if (handle.breachedAt() != null) {
            throw ProblemException.conflict("too-late", "the handle clock ran out at %s".formatted(handle.deadline()));
        }
        return handle;
    }

    private static boolean isRunning(@Nullable BoardClock clock) {
        return clock != null && (clock.state() == ClockState.RUNNING || clock.state() == ClockState.WARNED);
    }

    /** The same words about the same thing are one event. */
    private static EventId idOf(CaseId caseId, EscalationEvent event, Object about) {
        return EventId.ofContent(
                caseId, EventTypes.nameOf(event.getClass()) + "." + about, Json.MAPPER.writeValueAsString(event));
    }

    /** To the millisecond, as log time is. */
    private static Instant time(String pointer, @Nullable String text) {
        return Texts.time(pointer, text == null ? "" : text).truncatedTo(ChronoUnit.MILLIS);
    }
}
