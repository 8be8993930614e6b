package io.gridwhistle.events;

import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked, and what they answer. */
public sealed interface DispatchEvent extends CaseEvent {

    /**
     * 派遣: these orders were issued, for these reasons.
     *
     * @param decidedAt log time of the record that led to the decision; the orders' clocks start there
     * @param turn the event with which the case had last taken a turn then: it was reported, handled, verified, or the
     *     centre decided otherwise; after another turn the dispatch is void
     */
    record CaseDispatched(
            DispatchCause cause, Instant decidedAt, EventId turn, RoutingDecision decision, List<Order> orders)
            implements DispatchEvent {}

    /** 签收. */
    record OrderAcknowledged(OrderId orderId, @Nullable String note, Actor actor) implements DispatchEvent {}

    /** 退单: not ours, with a reason. */
    record OrderReturned(OrderId orderId, String reasonCode, String note, Actor actor) implements DispatchEvent {}

    /** 反馈: handled, with what was done. */
    record OrderFedBack(OrderId orderId, String result, List<Attachment> attachments, Actor actor)
            implements DispatchEvent {}

    /**
     * 会商: the rules are at their end, or a desk calls people together; a centre is to say who leads.
     *
     * @param centre that is asked; absent where a desk calls, for which dispatch finds it, and where there is none
     * @param invited whoever has returned the case, or whom the desk calls
     * @param turn as of {@link CaseDispatched}
     */
    record ConsultationOpened(
            String reason, @Nullable UnitCode centre, List<UnitCode> invited, EventId turn, Actor actor)
            implements DispatchEvent {}

    /** 重新研判: the district centre names who leads, who helps, who supervises. */
    record RedispatchDecided(
            UnitCode lead, List<UnitCode> coHandlers, List<UnitCode> supervisors, String reason, Actor actor)
            implements DispatchEvent {}

    /**
     * The boundaries have changed, and with them who owns the place: the case is taken from those who have it and routed
     * anew.
     *
     * @param gridSet version by which it goes elsewhere
     * @param turn as of a dispatch: where the case has taken another turn since, this is void
     */
    record RerouteDecided(String gridSet, EventId turn) implements DispatchEvent {}
}
