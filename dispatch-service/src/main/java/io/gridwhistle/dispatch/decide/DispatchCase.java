package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What dispatch remembers of a case.
 *
 * <p>{@code state} is the case as the log has it; {@code open} is what dispatch has sent out, which is ahead of the log by
 * what it has not read back yet.
 *
 * @param open orders that their units believe to be theirs
 * @param orders how many were issued; the next one's number is one higher
 * @param dispatches how often
 * @param rerouting the turn in which it was last sent on its way because of new boundaries
 */
record DispatchCase(
        CaseState state,
        Opening opening,
        @Nullable RoutingDecision decision,
        Map<OrderId, Sent> open,
        Asking asking,
        int orders,
        int dispatches,
        @Nullable EventId rerouting) {

    /**
     * How the case was reported, or last reopened: its overall clock goes by that, whatever it is now.
     *
     * @param at log time; where the overall clock starts
     * @param severity as it was reported, where it was
     * @param district as intake found it, whatever routing finds by later boundaries
     */
    record Opening(
            Instant at,
            ClassCode classCode,
            @Nullable Severity severity,
            @Nullable DistrictCode district) {}

    /**
     * Who was asked, and at whose word.
     *
     * @param asked units that were asked to lead since a human last decided; none is asked twice, unless boundaries took
     *     the case from it
     * @param returned who has returned the order to lead since then, each time once
     * @param placed the centre has decided who has the case, and no rule since; new boundaries leave it there
     */
    record Asking(List<UnitCode> asked, List<UnitCode> returned, boolean placed) {}

    record Sent(Role role, Addressee to, DispatchCause cause) {}

    List<UnitCode> asked() {
        return asking.asked();
    }

    List<UnitCode> returned() {
        return asking.returned();
    }

    boolean placed() {
        return asking.placed();
    }

    private DispatchCase with(Asking next) {
        return new DispatchCase(state, opening, decision, open, next, orders, dispatches, rerouting);
    }

    DispatchCase in(CaseState next) {
        return new DispatchCase(next, opening, decision, open, asking, orders, dispatches, rerouting);
    }

    DispatchCase decided(RoutingDecision next) {
        return new DispatchCase(state, opening, next, open, asking, orders, dispatches, rerouting);
    }

    DispatchCase reopened(Instant at) {
        return new DispatchCase(
                        state,
                        new Opening(at, state.classCode(), opening.severity(), opening.district()),
                        decision,
                        open,
                        asking,
                        orders,
                        dispatches,
                        rerouting)
                .askingAnew();
    }

    /** A human has decided: everybody may be asked again. */
    DispatchCase askingAnew() {
        return with(new Asking(List.of(), List.of(), asking.placed()));
    }

    DispatchCase placed(boolean next) {
        return with(new Asking(asking.asked(), asking.returned(), next));
    }

    /** It was said that new boundaries take it elsewhere. */
    DispatchCase leaving() {
        return new DispatchCase(state, opening, decision, open, asking, orders, dispatches, state.turn());
    }

    /** These units may be asked to lead once more. */
    DispatchCase askable(Collection<UnitCode> again) {
        var rest = asked().stream().filter(unit -> !again.contains(unit)).toList();
        return with(new Asking(rest, asking.returned(), asking.placed()));
    }

    /** Who has an order to lead and gave no answer yet. */
    List<UnitCode> leads() {
        return open.values().stream()
                .filter(sent -> sent.role() == Role.LEAD)
                .map(sent -> sent.to().unit())
                .toList();
    }

    boolean holds(UnitCode unit, Role role) {
        return open.values().stream()
                .anyMatch(sent -> sent.role() == role && sent.to().unit().equals(unit));
    }

    /** Where a unit or a post was reached before. */
    Optional<Addressee> findAddressee(UnitCode unit) {
        return state.orders().values().stream()
                .map(OrderLine::to)
                .filter(to -> to.unit().equals(unit))
                .findFirst();
    }

    DispatchCase sent(OrderId id, Sent sent) {
        var nextOpen = new LinkedHashMap<>(open);
        nextOpen.put(id, sent);
        var nextAsked = new ArrayList<>(asked());
        if (sent.role() == Role.LEAD && !asked().contains(sent.to().unit())) {
            nextAsked.add(sent.to().unit());
        }
        return new DispatchCase(
                state,
                opening,
                decision,
                nextOpen,
                new Asking(nextAsked, asking.returned(), asking.placed()),
                orders + 1,
                dispatches,
                rerouting);
    }

    DispatchCase without(OrderId id) {
        var next = new LinkedHashMap<>(open);
        next.remove(id);
        return new DispatchCase(state, opening, decision, next, asking, orders, dispatches, rerouting);
    }

    /** Its unit has returned it. */
    DispatchCase takenBack(OrderId id) {
        Sent sent = open.get(id);
        if (sent == null || sent.role() != Role.LEAD) {
            return without(id);
        }
        var next = new ArrayList<>(returned());
        next.add(sent.to().unit());
        return with(new Asking(asking.asked(), next, asking.placed())).without(id);
    }

    /** The order that was last sent out to lead and is still open. */
    @Nullable
    OrderId lead() {
        OrderId last = null;
        for (var entry : open.entrySet()) {
            if (entry.getValue().role() == Role.LEAD) {
                last = entry.getKey();
            }
        }
        return last;
    }

    /** Who was last asked to lead, unless the case has gone up past him: whoever was asked after him has returned it. */
    Optional<Sent> findLeader() {
        return Optional.ofNullable(lead())
                .filter(id -> !state.orders().containsKey(id)
                        || !state.orders().get(id).escalated())
                .map(open::get);
    }

    DispatchCase dispatched() {
        return new DispatchCase(state, opening, decision, open, asking, orders, dispatches + 1, rerouting);
    }
}
