package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dispatch does about an event: who is asked next, and who is told that he no longer is. */
public final class DispatchDecider implements Decider<DispatchCase> {
    @Override
    public Class<DispatchCase> stateType() {
        return DispatchCase.class;
    }

    @Override
    public Decision<DispatchCase> decide(
            @Nullable DispatchCase before, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        var step = new Step(event.requireCaseId(), event.id(), event.traceparent(), moment, new Decision.Draft());
        CaseState stateBefore = before == null ? null : before.state();
        if (!(CaseLifecycle.apply(stateBefore, event.id(), event.event()) instanceof Outcome.Valid(var state))) {
            Following.refuse(stateBefore, event.event(), step);
            return step.draft().leavingIn(before);
        }
        DispatchCase next = before == null ? first(state, event.event(), moment) : before.in(state);
        if (next == null || stateBefore == null) {
            return step.draft().leavingIn(next);
        }
        Told.answers(stateBefore, state, step);
        boolean asItWas = state.turn().equals(stateBefore.turn());
        next = asItWas && CaseLifecycle.isSupplement(stateBefore, event.id(), event.event())
                ? supplement(next, step)
                : react(stateBefore, next, event.event(), step);
        return step.draft().leavingIn(next);
    }

    private static @Nullable DispatchCase first(CaseState state, CaseEvent event, Moment moment) {
        return event instanceof CaseReported it
                ? new DispatchCase(
                        state,
                        new DispatchCase.Opening(moment.logTime(), it.classCode(), it.severity(), it.district()),
                        null,
                        Map.of(),
                        new DispatchCase.Asking(List.of(), List.of(), false),
                        0,
                        0,
                        null)
                : null;
    }

    @Override
    public @Nullable DispatchCase passOver(@Nullable DispatchCase before, EventEnvelope<? extends CaseEvent> event) {
        return before != null
                        && CaseLifecycle.apply(before.state(), event.id(), event.event())
                                instanceof Outcome.Valid(var state)
                ? before.in(state)
                : before;
    }

    @Override
    public boolean mayMove(DispatchCase state) {
        return Rerouting.mayMove(state);
    }

    @Override
    public Decision<DispatchCase> reconsider(CaseId caseId, DispatchCase state, Moment moment) {
        return Rerouting.reconsider(caseId, state, moment);
    }

    private static DispatchCase supplement(DispatchCase now, Step step) {
        Following.supplement(now, step);
        return Told.supplement(now, sent -> true, step);
    }

    private static DispatchCase react(CaseState before, DispatchCase now, CaseEvent event, Step step) {
        return switch (event) {
            case CaseAccepted _ -> LeadOrders.route(now, DispatchCause.ACCEPTED, step);
            case CaseSupplemented _ -> correct(before, now, step);
            case CaseReopened _ ->
                LeadOrders.route(now.reopened(step.moment().logTime()), DispatchCause.REOPENED, step);
            case OrderReturned returned ->
                VerifierOrders.isVerifiers(now, returned.orderId())
                        ? VerifierOrders.afterReturn(now, returned.orderId(), step)
                        : LeadOrders.keepAnswerable(
                                LeadOrders.afterReturn(
                                        now, returned.orderId(), before.phase() == Phase.IN_CONSULTATION, step),
                                step);
            // An order that crossed an answer or another question may be none any more when the log has it.
            case CaseDispatched dispatched -> {
                if (dispatched.cause() == DispatchCause.CORRECTED
                        && now.state().ties().followers().isEmpty()) {
                    Following.handOver(before, LeadOrders.WHY_CORRECTED, step);
                }
                DispatchCase next = Told.withdraw(
                        Told.withdraw(
                                now,
                                (id, sent) -> sent.role() == Role.FIRST_RECEIVER
                                        && isWithdrawn(now.state().orders().get(id)),
                                "another unit answers for the case",
                                step),
                        (id, sent) -> isWithdrawn(now.state().orders().get(id)),
                        "its unit leads the case now",
                        step);
                yield LeadOrders.keepAnswerable(next, step);
            }
            case OrderAcknowledged it
            when it.orderId().equals(now.state().answerable()) ->
                Told.withdraw(
                        now,
                        (id, sent) -> sent.role() == Role.FIRST_RECEIVER,
                        "another unit has acknowledged the case and answers for it",
                        step);
            case ConsultationOpened opened -> Consultation.hold(now, opened, step);
            case RedispatchDecided decided -> LeadOrders.redispatch(now, decided, step);
            case RerouteDecided _ -> Rerouting.reroute(now, step);
            case CaseEscalated escalated -> LeadOrders.escalate(now, escalated, step);
            case OrderFedBack fedBack
            when now.state().phase() == Phase.HANDLED
                    && fedBack.orderId().equals(now.state().lead()) ->
                afterSolution(now.without(fedBack.orderId()), step);
            case OrderFedBack fedBack -> LeadOrders.keepAnswerable(now.without(fedBack.orderId()), step);
            case VerificationRequested request -> VerifierOrders.askToVerify(now, request.orderId(), step);
            case CaseVerified verdict -> VerifierOrders.afterVerification(now, verdict, step);
            case ClockArmed it
            when it.because() != ArmingCause.STARTED ->
                Told.reschedule(now, it.orderId(), it.clock(), it.deadline(), step);
            case ClockPaused it -> Told.reschedule(now, it.orderId(), it.clock(), null, step);
            case CaseLinked linked -> Following.begin(now, linked, step);
            case CaseUnlinked unlinked -> Following.end(before, now, unlinked, step);
            case FollowerJoined _, FollowerSupplemented _ -> Told.supplement(now, sent -> true, step);
            case CaseWithdrawn _ -> leave(before, now, "the case was withdrawn", step);
            case CaseVoided _ -> leave(before, now, "the case was voided", step);
            case CaseClosed _ -> Told.withdraw(now, (id, sent) -> true, "the case is closed", step);
            default -> now;
        };
    }

    private static DispatchCase correct(CaseState before, DispatchCase now, Step step) {
        Following.leave(before, step);
        Following.handOver(before, LeadOrders.WHY_CORRECTED, step);
        return LeadOrders.correct(now, step);
    }

    private static DispatchCase leave(CaseState before, DispatchCase now, String reason, Step step) {
        Following.leave(before, step);
        Following.handOver(before, reason, step);
        return Told.withdraw(now, (id, sent) -> true, reason, step);
    }

    private static boolean isWithdrawn(@Nullable OrderLine line) {
        return line != null && line.status() == OrderStatus.WITHDRAWN;
    }

    private static DispatchCase afterSolution(DispatchCase now, Step step) {
        return Told.withdraw(
                now,
                // What the log does not have yet is void when it comes: it was decided before.
                (id, sent) -> sent.role() == Role.LEAD
                        || sent.role() == Role.FIRST_RECEIVER
                        || !now.state().orders().containsKey(id),
                "another unit has solved the case",
                step);
    }
}
