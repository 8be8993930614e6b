package io.gridwhistle.events;

import io.gridwhistle.events.id.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time: clocks, warnings, breaches, the ladder, and what desks decide about them. */
public sealed interface EscalationEvent extends CaseEvent {

    /** A clock runs; armed again with another deadline it replaces itself. {@code orderId} where it is an order's. */
    record ClockArmed(ClockKind clock, @Nullable OrderId orderId, Instant start, Instant warnAt, Instant deadline)
            implements EscalationEvent {}

    /** 预警: a stated share of the time is gone. */
    record SlaWarned(ClockKind clock, @Nullable OrderId orderId, WarningLevel level, Instant deadline)
            implements EscalationEvent {}

    /** 超时: log time reached the deadline and nothing had stopped the clock. */
    record SlaBreached(ClockKind clock, @Nullable OrderId orderId, Instant deadline) implements EscalationEvent {}

    /**
     * The case goes up to this step; the posts in {@code skipped} are vacant.
     *
     * @param because the clock that ran out; absent where there was nobody to ask in the first place
     */
    record CaseEscalated(
            @Nullable ClockKind because, @Nullable OrderId orderId, LadderStep to, List<LadderStep> skipped)
            implements EscalationEvent {}

    /** 挂账. */
    record CaseSuspended(Instant until, String reason, Actor actor) implements EscalationEvent {}

    record CaseResumed(String reason, Actor actor) implements EscalationEvent {}

    /** 延期. */
    record CaseExtended(ClockKind clock, Instant deadline, String reason, Actor actor) implements EscalationEvent {}

    /** 督办. */
    record CaseSupervised(String reason, @Nullable Instant followUpAt, Actor actor) implements EscalationEvent {}
}
