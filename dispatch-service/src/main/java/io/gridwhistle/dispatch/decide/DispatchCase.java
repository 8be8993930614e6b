package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What dispatch remembers of a case.
 *
 * <p>{@code state} is the case as the log has it; {@code open} is what dispatch has sent out, which is ahead of the log by
 * what it has not read back yet.
 *
 * @param openedAt log time of the report, or of the last reopening: where the overall clock starts
 * @param open orders that their units believe to be theirs
 * @param asked units that were asked to lead since a human last decided; none is asked twice, unless boundaries took the
 *     case from it
 * @param orders how many were issued; the next one's number is one higher
 * @param dispatches how often
 * @param placed the centre has decided who has the case, and no rule since; new boundaries leave it there
 * @param rerouting the turn in which it was last sent on its way because of new boundaries
 */
record DispatchCase(
        CaseState state,
        ClassCode classCode,
        ReportedPlace place,
        Instant openedAt,
        @Nullable RoutingDecision decision,
        Map<OrderId, Sent> open,
        List<UnitCode> asked,
        int orders,
        int dispatches,
        boolean placed,
        @Nullable EventId rerouting) {

    record Sent(Role role, Addressee to) {}

    DispatchCase in(CaseState next) {
        return new DispatchCase(
                next, classCode, place, openedAt, decision, open, asked, orders, dispatches, placed, rerouting);
    }

    DispatchCase decided(RoutingDecision next) {
        return new DispatchCase(
                state, classCode, place, openedAt, next, open, asked, orders, dispatches, placed, rerouting);
    }

    DispatchCase reopened(Instant at) {
        return new DispatchCase(
                state, classCode, place, at, decision, open, List.of(), orders, dispatches, placed, rerouting);
    }

    /** It is routed by rule, whoever had placed it before. */
    DispatchCase byRule() {
        return new DispatchCase(
                state, classCode, place, openedAt, decision, open, asked, orders, dispatches, false, rerouting);
    }

    /** As the centre decides: everybody may be asked again, and boundaries change nothing about it. */
    DispatchCase askingAnew() {
        return new DispatchCase(
                state, classCode, place, openedAt, decision, open, List.of(), orders, dispatches, true, rerouting);
    }

    /** It was said that new boundaries take it elsewhere. */
    DispatchCase leaving() {
        return new DispatchCase(
                state, classCode, place, openedAt, decision, open, asked, orders, dispatches, placed, state.turn());
    }

    /** These units may be asked to lead once more. */
    DispatchCase askable(Collection<UnitCode> again) {
        var rest = asked.stream().filter(unit -> !again.contains(unit)).toList();
        return new DispatchCase(
                state, classCode, place, openedAt, decision, open, rest, orders, dispatches, placed, rerouting);
    }

    /** Who has an order to lead and gave no answer yet. */
    List<UnitCode> leads() {
        return open.values().stream()
                .filter(sent -> sent.role() == Role.LEAD)
                .map(sent -> sent.to().unit())
                .toList();
    }

    DispatchCase sent(OrderId id, Sent sent) {
        var nextOpen = new LinkedHashMap<>(open);
        nextOpen.put(id, sent);
        var nextAsked = new ArrayList<>(asked);
        if (sent.role() == Role.LEAD && !asked.contains(sent.to().unit())) {
            nextAsked.add(sent.to().unit());
        }
        return new DispatchCase(
                state,
                classCode,
                place,
                openedAt,
                decision,
                nextOpen,
                nextAsked,
                orders + 1,
                dispatches,
                placed,
                rerouting);
    }

    DispatchCase without(OrderId id) {
        var next = new LinkedHashMap<>(open);
        next.remove(id);
        return new DispatchCase(
                state, classCode, place, openedAt, decision, next, asked, orders, dispatches, placed, rerouting);
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

    DispatchCase dispatched() {
        return new DispatchCase(
                state, classCode, place, openedAt, decision, open, asked, orders, dispatches + 1, placed, rerouting);
    }
}
