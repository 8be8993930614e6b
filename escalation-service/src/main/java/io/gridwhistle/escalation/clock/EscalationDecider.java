package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Policies;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.WarningLevel;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Decision.TimerChange;
import io.gridwhistle.log.streams.DueTimer;
import io.gridwhistle.log.streams.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops clocks, warns, breaches, and sends cases up the ladder.
 *
 * <p>Clocks stop because the case no longer needs them, not because a certain event came: see {@link Clock#isNeeded}.
 */
public final class EscalationDecider implements Decider<TimedCase> {
    /** An order that stands in the log this soon after what led to it counts from there, as it says. */
    private static final Duration PROMPT = Duration.ofMinutes(1);

    private static final String WARN = "warn:";
    private static final String BREACH = "breach:";

    @Override
    public Class<TimedCase> stateType() {
        return TimedCase.class;
    }

    @Override
    public Decision<TimedCase> decide(
            @Nullable TimedCase before, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        CaseId caseId = event.requireCaseId();
        CaseState stateBefore = before == null ? null : before.state();
        if (!(CaseLifecycle.apply(stateBefore, event.id(), event.event()) instanceof Outcome.Valid(var state))) {
            return before == null ? Decision.none() : Decision.nothing(before);
        }
        var draft = new Draft(caseId, event.traceparent(), moment);
        TimedCase next = before == null ? first(event.event(), state, draft) : before.in(state);
        if (next == null) {
            return Decision.none();
        }
        next = stopWhatIsNotNeeded(next, draft);
        next = switch (event.event()) {
            case CaseDispatched dispatched -> afterDispatch(next, dispatched, draft);
            case CaseReopened _ -> startFromPolicy(next, ClockKind.OVERALL, draft);
            default -> next;
        };
        return draft.decision().leavingIn(next);
    }

    @Override
    public @Nullable TimedCase passOver(@Nullable TimedCase before, EventEnvelope<? extends CaseEvent> event) {
        return before != null
                        && CaseLifecycle.apply(before.state(), event.id(), event.event())
                                instanceof Outcome.Valid(var state)
                ? before.in(state)
                : before;
    }

    @Override
    public List<TimerChange.Arm> timersOf(TimedCase state) {
        return state.clocks().values().stream()
                .flatMap(clock -> Stream.of(
                        new TimerChange.Arm(WARN + clock.name(), clock.warnAt()),
                        new TimerChange.Arm(BREACH + clock.name(), clock.deadline())))
                .toList();
    }

    @Override
    public Decision<TimedCase> fire(TimedCase state, DueTimer timer, Moment moment) {
        var draft = new Draft(timer.caseId(), null, moment);
        String name = timer.name().substring(timer.name().indexOf(':') + 1);
        Clock clock = state.clocks().get(name);
        if (clock == null || clock.breached()) {
            return Decision.nothing(state);
        }
        if (timer.name().startsWith(WARN)) {
            draft.emit(
                    new SlaWarned(clock.kind(), clock.orderId(), WarningLevel.ORANGE, clock.deadline()),
                    name,
                    clock.deadline().toEpochMilli());
            return draft.decision().leavingIn(state);
        }
        return breach(state.with(clock.asBreached()), clock, draft);
    }

    private static @Nullable TimedCase first(CaseEvent event, CaseState state, Draft draft) {
        if (!(event instanceof CaseReported)) {
            return null;
        }
        var next = new TimedCase(state, Map.of(), List.of());
        return startFromPolicy(startFromPolicy(next, ClockKind.OVERALL, draft), ClockKind.ACCEPT, draft);
    }

    private static TimedCase afterDispatch(TimedCase now, CaseDispatched dispatched, Draft draft) {
        TimedCase next = now.climbing(dispatched.decision().ladder());
        // Nobody is late with an order that the log did not have yet because dispatch was away.
        Duration late = Duration.between(dispatched.decidedAt(), draft.moment().logTime());
        Duration allowance = late.compareTo(PROMPT) > 0 ? late : Duration.ZERO;
        Instant start = dispatched.decidedAt().plus(allowance);
        for (Order order : dispatched.orders()) {
            for (ClockKind kind : clocksOf(order.role())) {
                Instant printed = order.deadlines().get(kind);
                if (printed != null) {
                    next = start(next, kind, order.id(), start, printed.plus(allowance), draft);
                }
            }
        }
        if (next.state().lead() == null && dispatched.cause() != DispatchCause.VERIFICATION) {
            Escalation.ofUnassigned(next, dispatched, draft);
        }
        return next;
    }

    private static List<ClockKind> clocksOf(Role role) {
        return switch (role) {
            case LEAD -> List.of(ClockKind.ACKNOWLEDGE, ClockKind.HANDLE);
            case VERIFIER -> List.of(ClockKind.VERIFY);
            case CO_HANDLER, SUPERVISOR, FIRST_RECEIVER -> List.of();
        };
    }

    private static TimedCase startFromPolicy(TimedCase now, ClockKind kind, Draft draft) {
        Instant start = draft.moment().logTime();
        return findPolicies(draft.moment())
                .flatMap(policies -> policies.findDeadline(now.state().classCode(), kind, start))
                .map(deadline -> start(now, kind, null, start, deadline, draft))
                .orElse(now);
    }

    private static TimedCase start(
            TimedCase now, ClockKind kind, @Nullable OrderId orderId, Instant start, Instant deadline, Draft draft) {
        Instant warnAt = findPolicies(draft.moment())
                .map(policies -> policies.warnAt(now.state().classCode(), start, deadline))
                .orElse(deadline);
        var clock = new Clock(kind, orderId, start, warnAt, deadline, false);
        draft.decision().arm(WARN + clock.name(), warnAt).arm(BREACH + clock.name(), deadline);
        draft.emit(new ClockArmed(kind, orderId, start, warnAt, deadline), clock.name(), deadline.toEpochMilli());
        return now.with(clock);
    }

    private static TimedCase stopWhatIsNotNeeded(TimedCase now, Draft draft) {
        TimedCase next = now;
        for (Clock clock : now.clocks().values()) {
            if (!Clock.isNeeded(clock.kind(), clock.orderId(), now.state())) {
                draft.decision()
                        .cancel(WARN + clock.name(), clock.warnAt())
                        .cancel(BREACH + clock.name(), clock.deadline());
                next = next.without(clock.name());
            }
        }
        return next;
    }

    private static Decision<TimedCase> breach(TimedCase now, Clock clock, Draft draft) {
        draft.emit(
                new SlaBreached(clock.kind(), clock.orderId(), clock.deadline()),
                clock.name(),
                clock.deadline().toEpochMilli());
        switch (clock.kind()) {
            case ACKNOWLEDGE, HANDLE -> Escalation.ofOrder(now, clock, draft);
            case OVERALL -> Escalation.supervise("the overall clock has run out", clock, draft);
            case ACCEPT, VERIFY ->
                Escalation.supervise(
                        "nobody has answered in time: " + clock.kind().code(), clock, draft);
        }
        return draft.decision().leavingIn(now);
    }

    private static Optional<Policies> findPolicies(Moment moment) {
        return moment.findReference(ReferenceKind.POLICIES, CityReferences::policies);
    }
}
