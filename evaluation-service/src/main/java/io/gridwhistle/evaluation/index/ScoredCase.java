package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseDeclined;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the score book knows of a case: when each thing happened first, which clocks ran out, and the counts.
 *
 * @param times log time of the first acceptance, decline, dispatch, acknowledgement, feedback, verification, closing
 * @param breached clocks that ran out at least once
 * @param returned by whom, in log order
 */
public record ScoredCase(
        CaseState state,
        CaseReported report,
        Instant reportedAt,
        @Nullable DistrictCode district,
        Map<Milestone, Instant> times,
        Set<ClockKind> breached,
        Map<Tally, Integer> counts,
        List<ReturnedOrder> returned,
        @Nullable Integer satisfaction,
        @Nullable Boolean resolved) {
    private static final Set<DispatchCause> ANOTHER_QUESTION =
            Set.of(DispatchCause.CORRECTED, DispatchCause.BOUNDARIES_CHANGED, DispatchCause.REOPENED);

    enum Milestone {
        ACCEPTED,
        DECLINED,
        DISPATCHED,
        ACKNOWLEDGED,
        HANDLED,
        VERIFIED,
        CLOSED
    }

    enum Tally {
        REWORKS,
        ESCALATIONS,
        REOPENINGS
    }

    static @Nullable ScoredCase apply(
            @Nullable ScoredCase before, EventEnvelope<? extends CaseEvent> event, Instant logTime) {
        Outcome outcome = CaseLifecycle.apply(before == null ? null : before.state(), event.id(), event.event());
        if (!(outcome instanceof Outcome.Valid(var state))) {
            return before;
        }
        if (before == null) {
            return event.event() instanceof CaseReported report
                    ? new ScoredCase(
                            state,
                            report,
                            logTime,
                            report.district(),
                            Map.of(),
                            Set.of(),
                            Map.of(),
                            List.of(),
                            null,
                            null)
                    : null;
        }
        ScoredCase next = before.in(state);
        return switch (event.event()) {
            case CaseAccepted _ -> next.at(Milestone.ACCEPTED, logTime);
            case CaseDeclined _ -> next.at(Milestone.DECLINED, logTime);
            case CaseDispatched dispatched ->
                next.within(dispatched.decision().district()).asked(dispatched).at(Milestone.DISPATCHED, logTime);
            case OrderAcknowledged it
            when it.orderId().equals(state.lead()) -> next.at(Milestone.ACKNOWLEDGED, logTime);
            case OrderFedBack _ when state.phase() == Phase.HANDLED -> next.at(Milestone.HANDLED, logTime);
            case OrderReturned it -> next.returned(it, logTime);
            case CaseEscalated _ -> next.count(Tally.ESCALATIONS);
            case SlaBreached breach -> next.breach(breach.clock());
            case CaseVerified verdict ->
                verdict.passed()
                        ? next.at(Milestone.VERIFIED, logTime)
                        : next.at(Milestone.VERIFIED, logTime).count(Tally.REWORKS);
            case CaseClosed _ -> next.at(Milestone.CLOSED, logTime);
            case CaseLinked _ -> next.unasked();
            case CaseReopened _ -> next.count(Tally.REOPENINGS);
            case SatisfactionScored it -> next.scored(it.score(), it.resolved());
            default -> next;
        };
    }

    private ScoredCase in(CaseState next) {
        return new ScoredCase(
                next, report, reportedAt, district, times, breached, counts, returned, satisfaction, resolved);
    }

    private ScoredCase within(@Nullable DistrictCode next) {
        return new ScoredCase(
                state, report, reportedAt, next, times, breached, counts, returned, satisfaction, resolved);
    }

    private ScoredCase at(Milestone milestone, Instant time) {
        var next = new EnumMap<Milestone, Instant>(Milestone.class);
        next.putAll(times);
        next.putIfAbsent(milestone, time);
        return new ScoredCase(
                state, report, reportedAt, district, next, breached, counts, returned, satisfaction, resolved);
    }

    private ScoredCase returned(OrderReturned it, Instant time) {
        OrderLine line = Objects.requireNonNull(state.orders().get(it.orderId()));
        var next = new ArrayList<>(returned);
        boolean toLead = line.role() == Role.LEAD;
        next.add(new ReturnedOrder(it.orderId(), line.to().desk(), it.reasonCode(), time, toLead, false, false));
        return returned(next);
    }

    /** Whom the centre names to lead had no reason to return it before, unless it is another question by now. */
    private ScoredCase asked(CaseDispatched dispatched) {
        if (ANOTHER_QUESTION.contains(dispatched.cause())) {
            return returned(returned.stream().map(ReturnedOrder::settled).toList());
        }
        ScoredCase now = this;
        for (Order order : dispatched.orders()) {
            if (dispatched.cause() == DispatchCause.DECIDED && order.role() == Role.LEAD) {
                now = now.returned(now.returned.stream()
                        .map(it -> it.afterWordFor(order.desk()))
                        .toList());
            }
        }
        return now;
    }

    private ScoredCase returned(List<ReturnedOrder> next) {
        return new ScoredCase(
                state, report, reportedAt, district, times, breached, counts, next, satisfaction, resolved);
    }

    /** The first one's order is counted, not one that was taken back before anybody was late with it or had answered. */
    private ScoredCase unasked() {
        boolean somethingCame = times.containsKey(Milestone.ACKNOWLEDGED)
                || times.containsKey(Milestone.HANDLED)
                || !returned.isEmpty()
                || breached.contains(ClockKind.ACKNOWLEDGE)
                || breached.contains(ClockKind.HANDLE);
        if (somethingCame || !times.containsKey(Milestone.DISPATCHED)) {
            return this;
        }
        var next = new EnumMap<Milestone, Instant>(times);
        next.remove(Milestone.DISPATCHED);
        return new ScoredCase(
                state, report, reportedAt, district, next, breached, counts, returned, satisfaction, resolved);
    }

    private ScoredCase breach(ClockKind clock) {
        var next = EnumSet.of(clock);
        next.addAll(breached);
        return new ScoredCase(
                state, report, reportedAt, district, times, next, counts, returned, satisfaction, resolved);
    }

    private ScoredCase count(Tally tally) {
        var next = new EnumMap<Tally, Integer>(Tally.class);
        next.putAll(counts);
        next.merge(tally, 1, Integer::sum);
        return new ScoredCase(
                state, report, reportedAt, district, times, breached, next, returned, satisfaction, resolved);
    }

    private ScoredCase scored(int score, boolean solved) {
        return new ScoredCase(state, report, reportedAt, district, times, breached, counts, returned, score, solved);
    }
}
