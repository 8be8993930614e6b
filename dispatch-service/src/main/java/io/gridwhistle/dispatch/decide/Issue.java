package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues the orders of one dispatch: to the units' topics, and to the log. */
final class Issue {
    private final CaseId caseId;
    private final DispatchCause cause;
    private final RoutingDecision decision;
    private final RoutingDecision told;
    private final Moment moment;
    private final @Nullable String traceparent;
    private final Decision.Draft draft;
    private final Timing timing;
    private final Severity severity;
    private final List<Order> orders = new ArrayList<>();
    private DispatchCase next;

    Issue(DispatchCase before, RoutingDecision decision, DispatchCause cause, Step step) {
        this.caseId = step.caseId();
        this.cause = cause;
        this.decision = decision;
        this.told = decision.inOwnWords();
        this.moment = step.moment();
        this.traceparent = step.traceparent();
        this.draft = step.draft();
        this.next = before.decided(decision);
        this.timing = Tables.timing(moment);
        this.severity =
                timing.severity(before.state().classCode(), before.opening().severity());
        if (!timing.knows(before.state().classCode())) {
            draft.remark("class-given-up");
        }
    }

    Issue to(Addressee asked, Role role) {
        // Whose desk has gone to another district reads that one's topic.
        Addressee addressee = units().find(asked.desk())
                .map(desk -> new Addressee(asked.unit(), asked.desk(), desk.district(), asked.cell(), asked.level()))
                .orElse(asked);
        OrderId id = OrderId.of(caseId, next.orders() + 1);
        var order = new Order(id, role, addressee, isReturnable(addressee, role), deadlines(role, addressee));
        orders.add(order);
        next = next.sent(id, new DispatchCase.Sent(role, addressee, cause));
        draft.emit(Topics.dispatch(addressee), envelope("order-issued", id, message(order)));
        return this;
    }

    /** Not ours never ends a case: nobody is left to ask after the city's centre, and the first receiver has said so. */
    private boolean isReturnable(Addressee addressee, Role role) {
        return switch (role) {
            case LEAD ->
                units().find(addressee.unit())
                        .filter(unit -> unit.kind() == Unit.Kind.CITY_CENTRE)
                        .isEmpty();
            case FIRST_RECEIVER -> false;
            case CO_HANDLER, SUPERVISOR, VERIFIER -> true;
        };
    }

    /** 首接负责: who answers for the case has an order as long as he does, so that it stands in his book. */
    Issue keepFirstReceiver() {
        Addressee first = next.state().whoAnswers();
        return first == null
                        || !holdsNothingBut(first.unit(), null)
                        || units().find(first.desk()).isEmpty()
                ? this
                : to(first, Role.FIRST_RECEIVER);
    }

    boolean holdsNothingBut(UnitCode unit, @Nullable Role role) {
        return next.open().values().stream().noneMatch(sent -> sent.to().unit().equals(unit) && sent.role() != role);
    }

    private Units units() {
        return Tables.units(moment);
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** The case after the dispatch, which stands in the log even where there was nobody to ask. */
    DispatchCase record() {
        next = next.dispatched();
        draft.emit(
                Topics.CASE_LOG,
                moment.envelope(
                        EventId.of(caseId, "case-dispatched", next.dispatches()),
                        caseId,
                        traceparent,
                        new CaseDispatched(
                                cause, moment.logTime(), next.state().turn(), decision, List.copyOf(orders))));
        return next;
    }

    private Map<ClockKind, Instant> deadlines(Role role, Addressee to) {
        var unplaced =
                Situation.ofCase(next.state().classCode(), severity, OperatingMode.ORDINARY, decision.district());
        Situation placed = unplaced.at(decision);
        Terms terms = timing.in(placed.in(moment.mode(placed.places()).mode()).ordering(to.desk()));
        var deadlines = new EnumMap<ClockKind, Instant>(ClockKind.class);
        switch (role) {
            case LEAD -> deadlines.putAll(terms.orderDeadlines(moment.logTime(), cause));
            case VERIFIER ->
                terms.findDeadline(ClockKind.VERIFY, moment.logTime())
                        .ifPresent(deadline -> deadlines.put(ClockKind.VERIFY, deadline));
            case CO_HANDLER, SUPERVISOR, FIRST_RECEIVER -> {
                // They keep no clock of their own.
            }
        }
        deadlines.forEach((clock, deadline) -> {
            if (terms.isEstimated(clock, moment.logTime(), deadline)) {
                draft.remark("deadline-estimated");
            }
        });
        overall().ifPresent(deadline -> deadlines.put(ClockKind.OVERALL, deadline));
        return deadlines;
    }

    /** It goes by what the case was opened as, where and in the mode of then, whatever holds now: so it is armed, too. */
    private Optional<Instant> overall() {
        var opened = Situation.ofCase(
                next.opening().classCode(),
                timing.severity(next.opening().classCode(), next.opening().severity()),
                OperatingMode.ORDINARY,
                next.opening().district());
        return timing.in(opened.in(
                        moment.mode(opened.places(), next.opening().at()).mode()))
                .findDeadline(ClockKind.OVERALL, next.opening().at());
    }

    private OrderIssued message(Order order) {
        ReportedPlace place = told.place();
        return new OrderIssued(
                order.id(),
                caseId,
                order.role(),
                order.returnable(),
                order.unit(),
                cause,
                next.state().classCode(),
                severity,
                decision.lon(),
                decision.lat(),
                place.address(),
                place.building(),
                place.floor(),
                decision.path(),
                order.deadlines(),
                told,
                Links.of(caseId, order.id()));
    }

    private EventEnvelope<OrderMessage> envelope(String name, OrderId id, OrderMessage message) {
        return moment.envelope(EventId.of(caseId, name, id), caseId, traceparent, message);
    }
}
