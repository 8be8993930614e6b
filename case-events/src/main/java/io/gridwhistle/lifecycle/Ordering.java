package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.Outcome.Valid;
import io.gridwhistle.lifecycle.Outcome.Void;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which orders hold, what their units answer, and who of them answers for the case (首接负责). */
final class Ordering {
    /** With a question that is asked anew, whoever is asked first now is the first receiver. */
    private static final Set<DispatchCause> ANEW = Set.of(
            DispatchCause.REOPENED, DispatchCause.CORRECTED, DispatchCause.UNLINKED, DispatchCause.BOUNDARIES_CHANGED);

    private Ordering() {}

    static Outcome dispatch(CaseState state, CaseDispatched dispatched) {
        if (!dispatched.turn().equals(state.turn())) {
            return CaseLifecycle.overtaken(state);
        }
        Phase phase = state.phase();
        DispatchCause cause = dispatched.cause();
        boolean fits = switch (cause) {
            case VERIFICATION -> phase == Phase.HANDLED;
            case ESCALATED, CONSULTATION, DECIDED, ANSWERABLE -> phase.isUnsolved();
            case ACCEPTED, RETURNED, REWORK, REOPENED, CORRECTED, UNLINKED, BOUNDARIES_CHANGED ->
                phase.isAwaitingDispatch();
        };
        if (!fits) {
            return CaseLifecycle.notNow(state);
        }
        Order leading = dispatched.orders().stream()
                .filter(order -> order.role() == Role.LEAD)
                .findFirst()
                .orElse(null);
        OrderId lead = leading == null ? null : leading.id();
        CaseState next = switch (cause) {
            case DECIDED -> state.withoutOpenOrders();
            // What was corrected while it was handled is asked about as another case only now.
            case CORRECTED -> state.withoutOpenOrders().tied(corrected(state.ties(), state.turn()));
            default -> state;
        };
        if (lead != null && (cause == DispatchCause.ESCALATED || cause == DispatchCause.CONSULTATION)) {
            next = next.mapOrders(line -> line.isOpenLead() ? line.gonePast() : line);
        }
        if (leading != null) {
            next = next.mapOrders(line -> line.isHelpOf(leading.unit()) ? line.withdrawn() : line);
        }
        for (Order order : dispatched.orders()) {
            next = next.withOrder(
                    order.id(),
                    new OrderLine(order.role(), order.to(), order.returnable(), issued(order, state), false));
        }
        return new Valid(
                switch (cause) {
                    case VERIFICATION, ANSWERABLE -> next;
                    // What goes up while people talk, they talk about further up.
                    case ESCALATED ->
                        led(next, lead, cause)
                                .in(phase == Phase.IN_CONSULTATION ? Phase.IN_CONSULTATION : Phase.DISPATCHED);
                    // Others may be called to one that its centre leads already.
                    case CONSULTATION ->
                        led(next, lead == null ? state.lead() : lead, cause).in(Phase.IN_CONSULTATION);
                    default -> led(next, lead, cause).in(Phase.DISPATCHED);
                });
    }

    private static Ties corrected(Ties ties, EventId turn) {
        return ties.isStill(turn) ? ties : ties.looseSince(turn);
    }

    /** Who is no longer the first receiver when the log has it, since another acknowledged meanwhile, is not asked to be. */
    private static OrderStatus issued(Order order, CaseState state) {
        Addressee first = state.whoAnswers();
        return order.role() != Role.FIRST_RECEIVER
                        || (first != null && first.unit().equals(order.unit()))
                ? OrderStatus.ISSUED
                : OrderStatus.WITHDRAWN;
    }

    private static CaseState led(CaseState state, @Nullable OrderId lead, DispatchCause cause) {
        CaseState next = state.ledBy(lead);
        return lead != null && (state.answerable() == null || ANEW.contains(cause)) ? next.answeredForBy(lead) : next;
    }

    static Outcome acknowledge(CaseState state, OrderId id) {
        OrderLine line = state.orders().get(id);
        if (line == null) {
            return new Void(VoidReason.NO_SUCH_ORDER);
        }
        if (line.status() != OrderStatus.ISSUED) {
            return new Void(VoidReason.ORDER_NOT_OPEN);
        }
        CaseState next = state.withOrder(id, line.with(OrderStatus.ACKNOWLEDGED));
        if (!id.equals(state.lead())) {
            return new Valid(next);
        }
        next = next.mapOrders(other -> other.role() == Role.FIRST_RECEIVER ? other.withdrawn() : other)
                .answeredForBy(id);
        return new Valid(state.phase() == Phase.DISPATCHED ? next.in(Phase.ACKNOWLEDGED) : next);
    }

    static Outcome giveBack(CaseState state, OrderId id) {
        OrderLine line = state.orders().get(id);
        if (line == null) {
            return new Void(VoidReason.NO_SUCH_ORDER);
        }
        if (!line.status().isOpen()) {
            return new Void(VoidReason.ORDER_NOT_OPEN);
        }
        if (!line.returnable()) {
            return new Void(VoidReason.NOT_RETURNABLE);
        }
        CaseState next = state.withOrder(id, line.with(OrderStatus.RETURNED));
        return new Valid(id.equals(state.lead()) ? next.in(Phase.RETURNED) : next);
    }

    /** A feedback without acknowledgement is one all the same. Whoever of the leads asked solves it, solves it for all. */
    static Outcome feedBack(CaseState state, EventId event, OrderId id) {
        OrderLine line = state.orders().get(id);
        if (line == null) {
            return new Void(VoidReason.NO_SUCH_ORDER);
        }
        if (!line.status().isOpen()) {
            return new Void(VoidReason.ORDER_NOT_OPEN);
        }
        if (line.role() == Role.VERIFIER || line.role() == Role.FIRST_RECEIVER) {
            return new Void(VoidReason.WRONG_ANSWER);
        }
        CaseState next = state.withOrder(id, line.with(OrderStatus.FED_BACK));
        if (line.role() != Role.LEAD || !state.phase().isUnsolved()) {
            return new Valid(next);
        }
        return new Valid(next.mapOrders(other ->
                        other.role() == Role.LEAD || other.role() == Role.FIRST_RECEIVER ? other.withdrawn() : other)
                .ledBy(id)
                .answeredForBy(id)
                .turning(event)
                .suspended(false)
                .in(Phase.HANDLED));
    }
}
