package io.gridwhistle.events;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reads on its own topic {@code dispatch.<district>.<unit>}: all that happens to its orders, so that its order
 * book can be made of nothing else. Never personal data, nor anybody's free text.
 */
public sealed interface OrderMessage {
    OrderId orderId();

    /**
     * You are asked.
     *
     * @param returnable see {@link Order}
     * @param unit the unit, or the post at this desk, that is asked
     * @param lon degrees, WGS 84
     * @param deadlines by clock, in log time
     * @param links where to read the case and to answer, relative to the gateway
     */
    record OrderIssued(
            OrderId orderId,
            CaseId caseId,
            Role role,
            boolean returnable,
            UnitCode unit,
            DispatchCause cause,
            ClassCode classCode,
            Severity severity,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String address,
            @Nullable String building,
            @Nullable String floor,
            List<CellCode> cellPath,
            Map<ClockKind, Instant> deadlines,
            RoutingDecision decision,
            Map<String, String> links)
            implements OrderMessage {}

    /**
     * The log holds your answer. One that crossed a withdrawal, or came after another, is void and not told.
     *
     * @param event the answer in the log; the answer to your call has named it
     */
    record OrderAnswered(OrderId orderId, CaseId caseId, Answer answer, EventId event) implements OrderMessage {}

    /** You are no longer asked. */
    record OrderWithdrawn(OrderId orderId, CaseId caseId, String reason) implements OrderMessage {}

    /**
     * The case went up to this level. An answer of yours still counts.
     *
     * @param because the clock that you did not answer in time; absent where it went to a consultation
     */
    record OrderEscalated(
            OrderId orderId, CaseId caseId, @Nullable ClockKind because, String toLevel, UnitCode toUnit)
            implements OrderMessage {}

    /** A clock of your order has another deadline from now on, or stands still: then there is none. */
    record OrderRescheduled(
            OrderId orderId,
            CaseId caseId,
            ClockKind clock,
            @Nullable Instant deadline) implements OrderMessage {}

    /** The petitioner or the platform added something; read it at the case's link. */
    record OrderSupplemented(OrderId orderId, CaseId caseId, Map<String, String> links) implements OrderMessage {}
}
