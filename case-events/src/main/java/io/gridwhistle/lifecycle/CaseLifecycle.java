package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseExtended;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.ExtensionApproved;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EscalationEvent.SuspensionApproved;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseFollowedUp;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseDeclined;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.lifecycle.Outcome.Valid;
import io.gridwhistle.lifecycle.Outcome.Void;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of a case: which event is valid in which state, and what state it leads to.
 *
 * <p>Every service and every view folds a case's events with this one function, in log order, so all agree on what
 * holds and what is void. Source of the way: GB/T 30428 (信息收集 … 综合评价).
 */
public final class CaseLifecycle {
    private CaseLifecycle() {}

    /** Applies the next event; {@code state} is absent before the first. */
    public static Outcome apply(@Nullable CaseState state, EventId id, CaseEvent event) {
        if (state == null) {
            return event instanceof CaseReported report
                    ? new Valid(CaseState.reported(id, report))
                    : new Void(VoidReason.NO_SUCH_CASE);
        }
        return switch (event) {
            case CaseSupplemented added -> supplement(state, id, added);
            // Under a case that exists, a report adds to it: see isSupplement.
            case CaseReported _, ClockArmed _, ClockPaused _, SlaWarned _, SlaBreached _, ApprovalRefused _ ->
                new Valid(state);
            case CaseAccepted acceptance -> accept(state, acceptance);
            case CaseDeclined _ -> state.phase() == Phase.REPORTED ? end(state, Phase.DECLINED) : notNow(state);
            case CaseWithdrawn _ -> end(state, Phase.WITHDRAWN);
            case CaseVoided _ -> end(state, Phase.VOIDED);
            case CaseLinked linked -> Linking.link(state, id, linked);
            case CaseUnlinked unlinked -> Linking.unlink(state, id, unlinked);
            case FollowerJoined joined -> Linking.join(state, joined);
            case FollowerSupplemented it -> Linking.supplement(state, it);
            case FollowerLeft left -> Linking.leave(state, left);
            case CaseExtended _ -> whileIn(state, Phase::isOpen, state);
            // A closed case may still wait for its follow-up.
            case CaseSupervised _ -> whileIn(state, phase -> phase.isOpen() || phase == Phase.CLOSED, state);
            case SuspensionApproved _, ExtensionApproved _ -> whileIn(state, Phase::isUnsolved, state);
            case CaseDispatched dispatched -> Ordering.dispatch(state, dispatched);
            case OrderAcknowledged answer -> Ordering.acknowledge(state, answer.orderId());
            case OrderReturned answer -> Ordering.giveBack(state, answer.orderId());
            case OrderFedBack answer -> Ordering.feedBack(state, id, answer.orderId());
            case ConsultationOpened opened ->
                opened.turn().equals(state.turn())
                        ? whileIn(state, Phase::isUnsolved, state.in(Phase.IN_CONSULTATION))
                        : overtaken(state);
            // From here on nobody's answer counts any more but those of whom the centre has named.
            case RedispatchDecided _ ->
                whileIn(
                        state,
                        Phase::isUnsolved,
                        state.withoutOpenOrders().turning(id).in(Phase.IN_CONSULTATION));
            case RerouteDecided decided -> reroute(state, id, decided);
            case CaseEscalated escalated -> escalate(state, escalated);
            case CaseSuspended suspension -> suspend(state, suspension);
            case CaseResumed _ -> resume(state);
            case VerificationRequested request -> requestVerification(state, request.round());
            case CaseVerified verdict -> verify(state, id, verdict);
            case CaseClosed(var _, SharedAnswer with) when with != null -> Linking.answer(state, with);
            case CaseClosed _ -> state.phase() == Phase.VERIFIED ? end(state, Phase.CLOSED) : notNow(state);
            case CaseFollowedUp _, SatisfactionScored _ -> whileIn(state, Phase.CLOSED::equals, state.followedUp(true));
            case CaseReopened _ ->
                from(state.followedUp(false).tied(state.ties().loose()), Phase.CLOSED, Phase.REOPENED);
        };
    }

    /** A report under a case that another report opened; the same report once more is nothing new. */
    public static boolean isSupplement(@Nullable CaseState state, EventId id, CaseEvent event) {
        return event instanceof CaseSupplemented
                || (event instanceof CaseReported
                        && state != null
                        && !state.reportedBy().equals(id));
    }

    /** Whether new boundaries may take the case from those who have it: nobody has solved it, nor do people talk about it. */
    public static boolean mayBeRerouted(CaseState state) {
        return state.phase().isUnsolved() && state.phase() != Phase.IN_CONSULTATION;
    }

    /** A second report of another class under the same id must not slip past the desk that the first one waits at. */
    private static Outcome accept(CaseState state, CaseAccepted acceptance) {
        boolean ofThisReport =
                acceptance.acceptance() == Acceptance.DESK || state.reportedBy().equals(acceptance.report());
        return ofThisReport
                ? from(state, Phase.REPORTED, Phase.ACCEPTED)
                : new Void(state.phase().isOpen() ? VoidReason.WRONG_PHASE : VoidReason.CASE_ENDED);
    }

    /**
     * Who was asked about another place or class was asked about another case, and whoever follows, or is followed, goes on
     * without it. What is solved is not asked anew.
     */
    private static Outcome supplement(CaseState state, EventId id, CaseSupplemented added) {
        ClassCode classCode = added.classCode() == null ? state.classCode() : added.classCode();
        ReportedPlace place = added.place() == null ? state.place() : added.place();
        CaseState next = state.about(classCode, place);
        boolean corrects = !classCode.equals(state.classCode()) || !place.isWhere(state.place());
        return new Valid(
                corrects && (state.phase().isUnsolved() || state.phase() == Phase.FOLLOWING)
                        ? next.withoutOpenOrders()
                                .turning(id)
                                .tied(state.ties().looseSince(id))
                                .in(Phase.ACCEPTED)
                        : next);
    }

    /** As after a word of the centre: nobody's answer counts any more but those of whom is asked next. */
    private static Outcome reroute(CaseState state, EventId id, RerouteDecided decided) {
        if (!decided.turn().equals(state.turn())) {
            return overtaken(state);
        }
        return mayBeRerouted(state)
                ? new Valid(state.withoutOpenOrders().turning(id).in(Phase.ACCEPTED))
                : notNow(state);
    }

    /** Nobody goes up past a unit that was freed of the case meanwhile. */
    private static Outcome escalate(CaseState state, CaseEscalated escalated) {
        OrderLine past = escalated.orderId() == null ? null : state.orders().get(escalated.orderId());
        return past != null
                        && past.status() == OrderStatus.WITHDRAWN
                        && state.phase().isUnsolved()
                ? new Void(VoidReason.ORDER_NOT_OPEN)
                : whileIn(state, Phase::isUnsolved, state);
    }

    private static Outcome suspend(CaseState state, CaseSuspended suspension) {
        if (state.suspended()) {
            return new Void(VoidReason.ALREADY_SUSPENDED);
        }
        return suspension.turn().equals(state.turn())
                ? whileIn(state, Phase::isUnsolved, state.suspended(true))
                : overtaken(state);
    }

    private static Outcome resume(CaseState state) {
        return state.suspended() || !state.phase().isOpen()
                ? whileIn(state, Phase::isOpen, state.suspended(false))
                : new Void(VoidReason.NOT_SUSPENDED);
    }

    private static Outcome requestVerification(CaseState state, int round) {
        if (state.phase() != Phase.HANDLED) {
            return notNow(state);
        }
        return round == state.round() + 1 && !state.verdictDue()
                ? new Valid(state.awaitingVerdict(round))
                : new Void(VoidReason.WRONG_ROUND);
    }

    private static Outcome verify(CaseState state, EventId event, CaseVerified verdict) {
        if (state.phase() != Phase.HANDLED) {
            return notNow(state);
        }
        if (verdict.round() != state.round() || !state.verdictDue()) {
            return new Void(VoidReason.WRONG_ROUND);
        }
        // Whose verdict it is has answered with it; whoever else was asked for one need not any more.
        CaseState next = state.mapOrders(
                line -> line.role() == Role.VERIFIER && line.status().isOpen()
                        ? line.with(line.isOf(verdict.actor().unit()) ? OrderStatus.FED_BACK : OrderStatus.WITHDRAWN)
                        : line);
        return new Valid(next.withVerdict().turning(event).in(verdict.passed() ? Phase.VERIFIED : Phase.REWORK));
    }

    private static Outcome end(CaseState state, Phase ending) {
        CaseState ended =
                state.withoutOpenOrders().suspended(false).tied(state.ties().loose());
        return whileIn(state, Phase::isOpen, ended.in(ending));
    }

    private static Outcome from(CaseState state, Phase expected, Phase next) {
        return whileIn(state, phase -> phase == expected, state.in(next));
    }

    private static Outcome whileIn(CaseState state, Predicate<Phase> expected, CaseState next) {
        return expected.test(state.phase()) ? new Valid(next) : notNow(state);
    }

    static Outcome overtaken(CaseState state) {
        return state.phase().isOpen() ? new Void(VoidReason.OVERTAKEN) : notNow(state);
    }

    static Outcome notNow(CaseState state) {
        return new Void(state.phase().isOpen() ? VoidReason.WRONG_PHASE : VoidReason.CASE_ENDED);
    }
}
