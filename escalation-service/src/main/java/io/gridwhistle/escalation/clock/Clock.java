package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Warning;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Phase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case. One timer stands for it: for the next thing that happens to it.
 *
 * @param orderId where it is an order's
 * @param turn that the case had last taken when it started
 * @param start from when its time counts; a pause moves it on
 * @param warnings still to come, the earliest first
 * @param pausedAt since when it stands still, with start, warnings and deadline as they were
 * @param armed how often; tells one arming from another
 * @param granted what desks have allowed it
 * @param plan what its deadline goes by
 * @param alarm after its breach, where there is nobody it could go to
 */
public record Clock(
        ClockKind kind,
        @Nullable OrderId orderId,
        EventId turn,
        Instant start,
        List<Warning> warnings,
        Instant deadline,
        @Nullable Instant pausedAt,
        boolean breached,
        int armed,
        Granted granted,
        Plan plan,
        @Nullable Alarm alarm) {

    /** To the millisecond, as log time is: a timer that is due between two of them would never be. */
    public Clock {
        start = start.truncatedTo(ChronoUnit.MILLIS);
        deadline = deadline.truncatedTo(ChronoUnit.MILLIS);
        warnings = warnings.stream()
                .map(it -> new Warning(it.level(), it.at().truncatedTo(ChronoUnit.MILLIS)))
                .toList();
    }

    /**
     * What desks have allowed a handle clock.
     *
     * @param extensions how often it was extended
     * @param lastExtension the approval of the last one
     * @param suspensions how often it was suspended
     */
    public record Granted(int extensions, @Nullable EventId lastExtension, int suspensions) {
        public static final Granted NOTHING = new Granted(0, null, 0);

        public Granted extension(EventId approval) {
            return new Granted(extensions + 1, approval, suspensions);
        }

        public Granted suspension() {
            return new Granted(extensions, lastExtension, suspensions + 1);
        }
    }

    /**
     * What a deadline goes by.
     *
     * @param since when it was set: when the clock started, or was extended
     * @param cause of its order, whose share of the time it has
     * @param stricter the mode that has shortened it; absent where none has
     */
    record Plan(
            Instant since,
            @Nullable DispatchCause cause,
            @Nullable Stricter stricter) {
        Plan with(@Nullable Stricter next) {
            return new Plan(since, cause, next);
        }
    }

    /** @param planned the deadline without it */
    record Stricter(OperatingMode mode, Instant planned) {
        Stricter {
            planned = planned.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    static Clock of(
            ClockKind kind,
            @Nullable OrderId orderId,
            @Nullable DispatchCause cause,
            EventId turn,
            Instant start,
            List<Warning> warnings,
            Instant deadline) {
        var plan = new Plan(start, cause, null);
        return new Clock(kind, orderId, turn, start, warnings, deadline, null, false, 0, Granted.NOTHING, plan, null);
    }

    /** Its name within the case. */
    public static String name(ClockKind kind, @Nullable OrderId orderId) {
        return orderId == null ? kind.code() : kind.code() + "." + orderId;
    }

    public String name() {
        return name(kind, orderId);
    }

    /** When something happens to it next by itself; never while it stands still. */
    Optional<Instant> next() {
        if (pausedAt != null) {
            return Optional.empty();
        }
        if (breached) {
            return Optional.ofNullable(alarm).map(Alarm::at);
        }
        return Optional.of(warnings.isEmpty() ? deadline : warnings.getFirst().at());
    }

    boolean isNeeded(CaseState state) {
        return isNeeded(kind, orderId, turn, state);
    }

    boolean isRunning() {
        return !breached && pausedAt == null;
    }

    /** The deadline that it has, or would have without a stricter mode. */
    Instant planned() {
        return plan.stricter() == null ? deadline : plan.stricter().planned();
    }

    Clock from(Instant nextStart, List<Warning> nextWarnings, Instant nextDeadline, Plan nextPlan) {
        return new Clock(
                kind,
                orderId,
                turn,
                nextStart,
                nextWarnings,
                nextDeadline,
                null,
                breached,
                armed + 1,
                granted,
                nextPlan,
                alarm);
    }

    Clock pausedAt(Instant at) {
        return new Clock(kind, orderId, turn, start, warnings, deadline, at, breached, armed, granted, plan, alarm);
    }

    Clock suspendedOnceMore() {
        return with(granted.suspension());
    }

    Clock extendedBy(EventId approval) {
        return with(granted.extension(approval));
    }

    private Clock with(Granted next) {
        return new Clock(kind, orderId, turn, start, warnings, deadline, pausedAt, breached, armed, next, plan, alarm);
    }

    Clock withWarnings(List<Warning> next) {
        return new Clock(kind, orderId, turn, start, next, deadline, pausedAt, breached, armed, granted, plan, alarm);
    }

    Clock asBreached() {
        return new Clock(kind, orderId, turn, start, List.of(), deadline, null, true, armed, granted, plan, alarm);
    }

    Clock alarming(@Nullable Alarm next) {
        return new Clock(
                kind, orderId, turn, start, warnings, deadline, pausedAt, breached, armed, granted, plan, next);
    }

    /**
     * Whether a case in this state still waits for what the clock measures; one that is not needed any more stops.
     *
     * <p>The overall clock is needed as long as the case is open: nothing but its end stops it.
     *
     * @param turn that the case had last taken when the clock started
     */
    public static boolean isNeeded(ClockKind kind, @Nullable OrderId orderId, EventId turn, CaseState state) {
        OrderLine order = orderId == null ? null : state.orders().get(orderId);
        Phase phase = state.phase();
        return switch (kind) {
            case OVERALL -> phase.isOpen();
            case ACCEPT -> phase == Phase.REPORTED;
            case DISPATCH ->
                phase == Phase.ACCEPTED
                        || phase == Phase.REOPENED
                        || (phase == Phase.DISPATCHED && state.lead() == null);
            case ACKNOWLEDGE -> order != null && order.status() == OrderStatus.ISSUED && isLead(orderId, state);
            case HANDLE -> order != null && order.status().isOpen() && isLead(orderId, state);
            case VERIFY -> order != null && order.status().isOpen();
            // What the centre decides is a turn; it is dispatched a moment later.
            case CONSULTATION -> phase == Phase.IN_CONSULTATION && turn.equals(state.turn());
            case FOLLOW_UP -> phase == Phase.CLOSED && !state.followedUp();
        };
    }

    private static boolean isLead(@Nullable OrderId orderId, CaseState state) {
        return orderId != null && orderId.equals(state.lead());
    }
}
