package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.Answer;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderAnswered;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderRescheduled;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is said to units about orders they have: answered, taken back, timed otherwise, or added to. */
final class Told {
    private Told() {}

    /** What the log holds of a unit's answers; with it, a unit's topic says all that there is to know of its orders. */
    static void answers(CaseState before, CaseState now, Step step) {
        now.orders().forEach((id, line) -> {
            OrderLine was = before.orders().get(id);
            if (was != null && was.status() != line.status()) {
                findAnswer(line.status())
                        .ifPresent(answer -> tell(
                                id,
                                line.to(),
                                "order-answered." + answer.code(),
                                new OrderAnswered(id, step.caseId(), answer, step.eventId()),
                                step));
            }
        });
    }

    private static Optional<Answer> findAnswer(OrderStatus status) {
        return switch (status) {
            case ACKNOWLEDGED -> Optional.of(Answer.ACKNOWLEDGED);
            case RETURNED -> Optional.of(Answer.RETURNED);
            case FED_BACK -> Optional.of(Answer.FED_BACK);
            case ISSUED, WITHDRAWN -> Optional.empty();
        };
    }

    static DispatchCase withdraw(
            DispatchCase now, BiPredicate<OrderId, DispatchCase.Sent> which, String reason, Step step) {
        now.open().forEach((id, sent) -> {
            if (which.test(id, sent)) {
                tell(id, sent.to(), "order-withdrawn", new OrderWithdrawn(id, step.caseId(), reason), step);
            }
        });
        return drop(now, which);
    }

    static DispatchCase drop(DispatchCase now, BiPredicate<OrderId, DispatchCase.Sent> which) {
        DispatchCase next = now;
        for (var entry : now.open().entrySet()) {
            if (which.test(entry.getKey(), entry.getValue())) {
                next = next.without(entry.getKey());
            }
        }
        return next;
    }

    static DispatchCase supplement(DispatchCase now, Predicate<DispatchCase.Sent> which, Step step) {
        now.open().forEach((id, sent) -> {
            if (which.test(sent)) {
                tell(
                        id,
                        sent.to(),
                        "order-supplemented." + step.eventId(),
                        new OrderSupplemented(id, step.caseId(), Links.of(step.caseId(), id)),
                        step);
            }
        });
        return now;
    }

    /** What is enforced is not what was printed any more. */
    static DispatchCase reschedule(
            DispatchCase now, @Nullable OrderId id, ClockKind clock, @Nullable Instant deadline, Step step) {
        DispatchCase.Sent sent = id == null ? null : now.open().get(id);
        if (id != null && sent != null) {
            tell(
                    id,
                    sent.to(),
                    "order-rescheduled." + step.eventId(),
                    new OrderRescheduled(id, step.caseId(), clock, deadline),
                    step);
        }
        return now;
    }

    /** Those who were asked to lead may still solve it, but another is asked above them. */
    static void goneUp(DispatchCase now, @Nullable ClockKind because, Addressee to, Step step) {
        now.open().forEach((id, sent) -> {
            if (sent.role() == Role.LEAD) {
                tell(
                        id,
                        sent.to(),
                        "order-escalated." + now.dispatches(),
                        new OrderEscalated(id, step.caseId(), because, to.level(), to.unit()),
                        step);
            }
        });
    }

    static void tell(OrderId id, Addressee to, String name, OrderMessage message, Step step) {
        step.draft()
                .emit(
                        Topics.dispatch(to),
                        step.moment()
                                .envelope(
                                        EventId.of(step.caseId(), name, id),
                                        step.caseId(),
                                        step.traceparent(),
                                        message));
    }
}
