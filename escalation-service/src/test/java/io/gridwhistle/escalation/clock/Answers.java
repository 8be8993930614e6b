package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseFollowedUp;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ends each clock of a {@link RandomCase}, event by event: the decider asks where the case stands instead. */
final class Answers {
    private static final Set<DispatchCause> ASKS_NO_LEAD = Set.of(DispatchCause.VERIFICATION, DispatchCause.ANSWERABLE);
    private static final Set<DispatchCause> STILL_TALKING =
            Set.of(DispatchCause.CONSULTATION, DispatchCause.ESCALATED, DispatchCause.ANSWERABLE);

    private Answers() {}

    /**
     * Whether an event that holds is what the clock waits for, or leaves nobody who could be waited for.
     *
     * @param after how the case stands with it
     */
    static boolean isOne(ClockKind kind, @Nullable OrderId orderId, CaseEvent event, CaseState after) {
        if (event instanceof CaseWithdrawn) {
            return true;
        }
        if (event instanceof CaseLinked && kind != ClockKind.OVERALL) {
            return true;
        }
        return switch (kind) {
            case OVERALL -> event instanceof CaseClosed;
            case ACCEPT -> event instanceof CaseAccepted;
            case DISPATCH -> isOnItsWay(event);
            case ACKNOWLEDGE ->
                (event instanceof OrderAcknowledged it && it.orderId().equals(orderId))
                        || isOffHisHands(orderId, event);
            case HANDLE -> isOffHisHands(orderId, event);
            case VERIFY -> event instanceof CaseVerified || isReturn(orderId, event);
            case CONSULTATION -> isOver(event, after);
            case FOLLOW_UP ->
                event instanceof CaseFollowedUp || event instanceof SatisfactionScored || event instanceof CaseReopened;
        };
    }

    /** By name: what has to be timed of a case that stands so. */
    static List<String> awaited(CaseState state) {
        var awaited = new ArrayList<String>();
        if (state.phase().isOpen()) {
            awaited.add(ClockKind.OVERALL.code());
        }
        OrderId lead = state.lead();
        switch (state.phase()) {
            case REPORTED -> awaited.add(ClockKind.ACCEPT.code());
            case ACCEPTED, REOPENED -> awaited.add(ClockKind.DISPATCH.code());
            case DISPATCHED -> {
                if (lead == null) {
                    awaited.add(ClockKind.DISPATCH.code());
                } else {
                    awaited.add(Clock.name(ClockKind.ACKNOWLEDGE, lead));
                    awaited.add(Clock.name(ClockKind.HANDLE, lead));
                }
            }
            case ACKNOWLEDGED -> awaited.add(Clock.name(ClockKind.HANDLE, lead));
            case CLOSED -> {
                if (!state.followedUp()) {
                    awaited.add(ClockKind.FOLLOW_UP.code());
                }
            }
            default -> {
                // Somebody is about to be asked, or nobody has to be.
            }
        }
        return awaited;
    }

    /** Somebody is asked, or people talk about whom to ask. */
    private static boolean isOnItsWay(CaseEvent event) {
        return event instanceof ConsultationOpened
                || event instanceof RedispatchDecided
                || (event instanceof CaseDispatched it && !it.orders().isEmpty());
    }

    /** He gives it back, somebody has solved it, or another is asked. */
    private static boolean isOffHisHands(@Nullable OrderId orderId, CaseEvent event) {
        return isReturn(orderId, event)
                || event instanceof OrderFedBack
                || event instanceof RedispatchDecided
                || (event instanceof CaseDispatched it && !ASKS_NO_LEAD.contains(it.cause()));
    }

    private static boolean isReturn(@Nullable OrderId orderId, CaseEvent event) {
        return event instanceof OrderReturned it && it.orderId().equals(orderId);
    }

    private static boolean isOver(CaseEvent event, CaseState after) {
        return event instanceof RedispatchDecided
                || event instanceof OrderFedBack
                || (event instanceof OrderReturned it && it.orderId().equals(after.lead()))
                || (event instanceof CaseDispatched it && !STILL_TALKING.contains(it.cause()));
    }
}
