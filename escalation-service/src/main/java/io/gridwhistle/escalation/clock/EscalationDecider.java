package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ExtensionApproved;
import io.gridwhistle.events.EscalationEvent.SuspensionApproved;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ClassCode;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops clocks, warns, breaches, and sends cases up the ladder.
 *
 * <p>Clocks stop because the case no longer needs them, not because a certain event came: see {@link Clock#isNeeded}.
 */
public final class EscalationDecider implements Decider<TimedCase> {
    /** An order that stands in the log this soon after what led to it counts from there, as it says. */
    private static final Duration PROMPT = Duration.ofMinutes(1);

    @Override
    public Class<TimedCase> stateType() {
        return TimedCase.class;
    }

    @Override
    public Decision<TimedCase> decide(
            @Nullable TimedCase before, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        CaseState stateBefore = before == null ? null : before.state();
        if (!(CaseLifecycle.apply(stateBefore, event.id(), event.event()) instanceof Outcome.Valid(var state))) {
            return before == null ? Decision.none() : Decision.nothing(before);
        }
        var draft = new Draft(event.requireCaseId(), event.traceparent(), moment);
        if (before == null) {
            return event.event() instanceof CaseReported report
                    ? draft.decision().leavingIn(open(state, report, draft))
                    : Decision.none();
        }
        TimedCase next = Clocks.stopWhatIsNotNeeded(corrected(before.in(state), draft), draft);
        next = Suspensions.follow(before, next, event.event(), draft);
        next = Supervision.stopAtTheEnd(next, draft);
        return draft.decision().leavingIn(react(next, event, draft));
    }

    private static TimedCase open(CaseState state, CaseReported report, Draft draft) {
        Timing timing = InForce.timing(draft.moment());
        if (!timing.knows(report.classCode())) {
            draft.decision().remark("class-given-up");
        }
        Severity severity = timing.severity(report.classCode(), report.severity());
        TimedCase now = TimedCase.of(
                state,
                report.severity(),
                Situation.ofCase(report.classCode(), severity, OperatingMode.ORDINARY, report.district()));
        return Clocks.startFromPolicy(Clocks.startFromPolicy(now, ClockKind.OVERALL, draft), ClockKind.ACCEPT, draft);
    }

    /** What begins after a correction goes by the class that it is now; what runs goes on. */
    private static TimedCase corrected(TimedCase now, Draft draft) {
        ClassCode classCode = now.state().classCode();
        return classCode.equals(now.situation().classCode())
                ? now
                : now.about(classCode, InForce.timing(draft.moment()).severity(classCode, now.reported()));
    }

    private static TimedCase react(TimedCase now, EventEnvelope<? extends CaseEvent> event, Draft draft) {
        return switch (event.event()) {
            case CaseAccepted _, RerouteDecided _, CaseUnlinked _ ->
                Clocks.startFromPolicy(now, ClockKind.DISPATCH, draft);
            // It is routed anew.
            case CaseSupplemented _
            when now.state().turn().equals(event.id()) -> Clocks.startFromPolicy(now, ClockKind.DISPATCH, draft);
            case CaseDispatched dispatched -> afterDispatch(now, dispatched, draft);
            case ConsultationOpened _ -> Clocks.startFromPolicy(now, ClockKind.CONSULTATION, draft);
            case CaseClosed _ -> Clocks.startFromPolicy(now, ClockKind.FOLLOW_UP, draft);
            case CaseReopened _ ->
                Clocks.startFromPolicy(
                        Clocks.startFromPolicy(now, ClockKind.OVERALL, draft), ClockKind.DISPATCH, draft);
            case SuspensionApproved wanted -> Suspensions.suspend(now, event.id(), wanted, draft);
            case ExtensionApproved wanted -> Extensions.extend(now, event.id(), wanted, draft);
            case CaseSupervised supervised -> Supervision.ofDesk(now, supervised, draft);
            default -> now;
        };
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
        var timers = new ArrayList<TimerChange.Arm>();
        for (Clock clock : state.clocks().values()) {
            clock.next().ifPresent(due -> timers.add(new TimerChange.Arm(clock.name(), due)));
        }
        if (state.suspension() != null) {
            timers.add(
                    new TimerChange.Arm(Suspensions.RESUME, state.suspension().until()));
        }
        if (state.followUp() != null && state.followUp().alarm().at() != null) {
            timers.add(new TimerChange.Arm(
                    Supervision.FOLLOW_UP, state.followUp().alarm().at()));
        }
        return timers;
    }

    @Override
    public Decision<TimedCase> fire(TimedCase state, DueTimer timer, Moment moment) {
        if (!timersOf(state).contains(new TimerChange.Arm(timer.name(), timer.due()))) {
            return Decision.nothing(state);
        }
        var draft = new Draft(timer.caseId(), null, moment);
        return draft.decision().leavingIn(fire(state, timer, draft));
    }

    private static TimedCase fire(TimedCase now, DueTimer timer, Draft draft) {
        if (timer.name().equals(Suspensions.RESUME) && now.suspension() != null) {
            return Suspensions.end(now, now.suspension(), draft);
        }
        if (timer.name().equals(Supervision.FOLLOW_UP) && now.followUp() != null) {
            return Supervision.followUp(now, now.followUp(), draft);
        }
        Clock clock = now.clocks().get(timer.name());
        if (clock == null) {
            return now;
        }
        return clock.alarm() == null
                ? Clocks.pass(now, clock, timer.due(), draft)
                : Supervision.again(now, clock, clock.alarm(), draft);
    }

    @Override
    public Occasion reconsidersAt() {
        return Occasion.MODE;
    }

    @Override
    public boolean mayMove(TimedCase state) {
        return state.clocks().values().stream().anyMatch(OperatingModes::mayMove);
    }

    @Override
    public Decision<TimedCase> reconsider(CaseId caseId, TimedCase state, Moment moment) {
        var draft = new Draft(caseId, null, moment);
        return draft.decision().leavingIn(OperatingModes.follow(state, draft));
    }

    private static TimedCase afterDispatch(TimedCase now, CaseDispatched dispatched, Draft draft) {
        TimedCase next = now.routed(dispatched.decision());
        // Nobody is late with an order that the log did not have yet because dispatch was away.
        Duration late = Duration.between(dispatched.decidedAt(), draft.now());
        Duration allowance = late.compareTo(PROMPT) > 0 ? late : Duration.ZERO;
        Instant start = dispatched.decidedAt().plus(allowance);
        for (Order order : dispatched.orders()) {
            for (ClockKind kind : clocksOf(order.role())) {
                Instant printed = order.deadlines().get(kind);
                if (printed != null) {
                    DispatchCause cause = order.role() == Role.LEAD ? dispatched.cause() : null;
                    next = Clocks.start(next, kind, order.id(), cause, start, printed.plus(allowance), draft);
                }
            }
        }
        // A mode may have begun between the order and its reading.
        next = OperatingModes.follow(next, draft);
        return next.state().lead() == null && dispatched.cause() != DispatchCause.VERIFICATION
                ? Escalation.ofUnassigned(next, dispatched, draft)
                : next;
    }

    private static List<ClockKind> clocksOf(Role role) {
        return switch (role) {
            case LEAD -> List.of(ClockKind.ACKNOWLEDGE, ClockKind.HANDLE);
            case VERIFIER -> List.of(ClockKind.VERIFY);
            case CO_HANDLER, SUPERVISOR, FIRST_RECEIVER -> List.of();
        };
    }
}
