package io.gridwhistle.events;

import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time: clocks, warnings, breaches, the ladder, and what desks decide about them. */
public sealed interface EscalationEvent extends CaseEvent {

    /**
     * A clock runs; armed again it replaces itself. {@code orderId} where it is an order's.
     *
     * @param mode in force then
     * @param start from when its time counts; a pause moves it on
     * @param warnings still to come when this was decided, the earliest first
     */
    record ClockArmed(
            ClockKind clock,
            @Nullable OrderId orderId,
            ArmingCause because,
            OperatingMode mode,
            Instant start,
            List<Warning> warnings,
            Instant deadline)
            implements EscalationEvent {}

    /** The clock stands still with so much of its time left, until the case is resumed. */
    record ClockPaused(ClockKind clock, @Nullable OrderId orderId, Duration left) implements EscalationEvent {}

    /** 预警: a stated share of the time is gone. */
    record SlaWarned(ClockKind clock, @Nullable OrderId orderId, WarningLevel level, Instant deadline)
            implements EscalationEvent {}

    /** 超时: log time reached the deadline and nothing had stopped the clock. */
    record SlaBreached(ClockKind clock, @Nullable OrderId orderId, Instant deadline) implements EscalationEvent {}

    /**
     * The case goes up to this step; the posts in {@code skipped} are vacant, or the case has been with them before.
     *
     * @param because the clock that ran out; absent where there was nobody to ask in the first place
     */
    record CaseEscalated(
            @Nullable ClockKind because, @Nullable OrderId orderId, LadderStep to, List<LadderStep> skipped)
            implements EscalationEvent {}

    /** A desk wants the case suspended; whether it is, is decided where this stands in the log. */
    record SuspensionApproved(Instant until, String reason, String approver, Actor actor) implements EscalationEvent {}

    /** A desk wants the handle clock to run longer; whether it does, is decided where this stands in the log. */
    record ExtensionApproved(Instant deadline, String reason, String approver, Actor actor)
            implements EscalationEvent {}

    /** What a desk approved goes against the policy or came too late, and does not hold. */
    record ApprovalRefused(EventId approval, RefusalReason reason) implements EscalationEvent {}

    /**
     * 挂账: the handle clock stands still, whoever leads.
     *
     * @param turn the event with which the case had last taken a turn when it was approved; after another it is void
     */
    record CaseSuspended(Instant until, String reason, String approver, EventId approval, EventId turn, Actor actor)
            implements EscalationEvent {}

    record CaseResumed(String reason, Actor actor) implements EscalationEvent {}

    /** 延期. */
    record CaseExtended(
            ClockKind clock,
            @Nullable OrderId orderId,
            Instant deadline,
            String reason,
            String approver,
            EventId approval,
            Actor actor)
            implements EscalationEvent {}

    /** 督办. */
    record CaseSupervised(String reason, @Nullable Instant followUpAt, Actor actor) implements EscalationEvent {}
}
