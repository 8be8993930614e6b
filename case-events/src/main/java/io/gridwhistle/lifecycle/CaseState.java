package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events have made it.
 *
 * @param reportedBy the event of the first report
 * @param classCode as it was reported, or corrected since; so is {@code place}
 * @param turn the event since which what was dispatched before no longer holds
 * @param orders every order ever issued, by number
 * @param lead the order of whoever is asked to lead now
 * @param answerable the order of whoever answers for the case (首接负责): of the first to be asked, until another lead has
 *     acknowledged or solved it
 * @param round how many times somebody was asked to verify the case
 * @param verdictDue somebody was asked and has not said yet
 * @param suspended the handle clock stands still
 * @param followedUp since the case was closed, the petitioner was asked or has said
 * @param ties to other cases that report the same thing
 */
public record CaseState(
        Phase phase,
        EventId reportedBy,
        ClassCode classCode,
        ReportedPlace place,
        EventId turn,
        Map<OrderId, OrderLine> orders,
        @Nullable OrderId lead,
        @Nullable OrderId answerable,
        int round,
        boolean verdictDue,
        boolean suspended,
        boolean followedUp,
        Ties ties) {

    static CaseState reported(EventId reportedBy, CaseReported report) {
        return new CaseState(
                Phase.REPORTED,
                reportedBy,
                report.classCode(),
                report.place(),
                reportedBy,
                Map.of(),
                null,
                null,
                0,
                false,
                false,
                false,
                Ties.none(reportedBy));
    }

    CaseState about(ClassCode nextClass, ReportedPlace nextPlace) {
        return new CaseState(
                phase,
                reportedBy,
                nextClass,
                nextPlace,
                turn,
                orders,
                lead,
                answerable,
                round,
                verdictDue,
                suspended,
                followedUp,
                ties);
    }

    CaseState in(Phase next) {
        return new CaseState(
                next,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                answerable,
                round,
                verdictDue,
                suspended,
                followedUp,
                ties);
    }

    CaseState turning(EventId next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                next,
                orders,
                lead,
                answerable,
                round,
                verdictDue,
                suspended,
                followedUp,
                ties);
    }

    CaseState awaitingVerdict(int next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                answerable,
                next,
                true,
                suspended,
                followedUp,
                ties);
    }

    CaseState withVerdict() {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                answerable,
                round,
                false,
                suspended,
                followedUp,
                ties);
    }

    CaseState suspended(boolean next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                answerable,
                round,
                verdictDue,
                next,
                followedUp,
                ties);
    }

    CaseState followedUp(boolean next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                answerable,
                round,
                verdictDue,
                suspended,
                next,
                ties);
    }

    CaseState tied(Ties next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                answerable,
                round,
                verdictDue,
                suspended,
                followedUp,
                next);
    }

    CaseState ledBy(@Nullable OrderId next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                next,
                answerable,
                round,
                verdictDue,
                suspended,
                followedUp,
                ties);
    }

    CaseState answeredForBy(OrderId next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                orders,
                lead,
                next,
                round,
                verdictDue,
                suspended,
                followedUp,
                ties);
    }

    /** Whoever answers for the case now; nobody before it was dispatched. */
    public @Nullable Addressee whoAnswers() {
        OrderLine line = answerable == null ? null : orders.get(answerable);
        return line == null ? null : line.to();
    }

    /** Nobody has linked it, nor corrected it since it was accepted: so it may be linked without a desk. */
    public boolean isAsReported() {
        return ties.links() == 0 && ties.isStill(reportedBy);
    }

    CaseState withOrder(OrderId id, OrderLine line) {
        var next = new TreeMap<OrderId, OrderLine>(OrderNumbers.ORDER);
        next.putAll(orders);
        next.put(id, line);
        return with(next);
    }

    CaseState mapOrders(UnaryOperator<OrderLine> change) {
        var next = new TreeMap<OrderId, OrderLine>(OrderNumbers.ORDER);
        orders.forEach((id, line) -> next.put(id, change.apply(line)));
        return with(next);
    }

    CaseState withoutOpenOrders() {
        return mapOrders(OrderLine::withdrawn);
    }

    private CaseState with(Map<OrderId, OrderLine> next) {
        return new CaseState(
                phase,
                reportedBy,
                classCode,
                place,
                turn,
                Collections.unmodifiableMap(next),
                lead,
                answerable,
                round,
                verdictDue,
                suspended,
                followedUp,
                ties);
    }
}
