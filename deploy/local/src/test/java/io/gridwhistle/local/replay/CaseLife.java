package io.gridwhistle.local.replay;

import static java.util.Objects.requireNonNullElse;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One case, and what happens to it next: mostly what its phase asks for, now and then anything, valid or not. */
final class CaseLife {
    private static final Actor DESK = new Actor(ActorKind.OPERATOR, "desk", null);
    private static final List<String> REASONS = List.of("not-our-duty", "not-our-area", "no-such-place", "duplicate");

    private final CaseId id;
    private final Reporting reporting;
    private final SplittableRandom random;
    private final Deque<EventEnvelope<CaseEvent>> decided = new ArrayDeque<>();
    private @Nullable CaseState state;
    private List<LadderStep> ladder = List.of();
    private int events;

    CaseLife(CaseId id, Reporting reporting, SplittableRandom random) {
        this.id = id;
        this.reporting = reporting;
        this.random = random;
    }

    CaseId id() {
        return id;
    }

    /** What dispatch appends; it stands in the log some time later, behind what others were quicker with. */
    void append(EventEnvelope<CaseEvent> event) {
        decided.add(event);
    }

    boolean isOver() {
        return state != null && !state.phase().isOpen() && decided.isEmpty() && random.nextInt(4) > 0;
    }

    boolean isUnread() {
        return !decided.isEmpty();
    }

    /** What happens next, perhaps together with another case. */
    EventEnvelope<CaseEvent> next(CaseId other) {
        return isUnread() && random.nextInt(4) > 0
                ? nextDecided()
                : read(said(state == null ? reporting.report(id, random) : happening(state, other)));
    }

    EventEnvelope<CaseEvent> nextDecided() {
        return read(decided.remove());
    }

    private EventEnvelope<CaseEvent> read(EventEnvelope<CaseEvent> event) {
        if (CaseLifecycle.apply(state, event.id(), event.event()) instanceof Outcome.Valid(var next)) {
            state = next;
        }
        if (event.event() instanceof CaseDispatched dispatched) {
            ladder = dispatched.decision().ladder();
        }
        return event;
    }

    private EventEnvelope<CaseEvent> said(CaseEvent event) {
        var eventId = EventId.of(id, EventTypes.nameOf(event.getClass()), ++events);
        String trace = random.nextBoolean() ? "00-4bf92f3577b34da6a3ce929d0e0e4736-%016x-01".formatted(events) : null;
        return new EventEnvelope<>(eventId, id, "/replay", Instant.EPOCH, trace, event);
    }

    private CaseEvent happening(CaseState now, CaseId other) {
        if (random.nextInt(8) == 0) {
            return anything(now, other);
        }
        return switch (now.phase()) {
            case REPORTED -> new CaseAccepted(Acceptance.DESK, null, null, DESK);
            case DISPATCHED, ACKNOWLEDGED ->
                switch (random.nextInt(10)) {
                    case 0, 1 -> new OrderAcknowledged(order(now, true), null, actor(now));
                    case 2, 3, 4 -> returned(now);
                    case 5 -> escalated(now);
                    default -> new OrderFedBack(order(now, true), "done", List.of(), actor(now));
                };
            case IN_CONSULTATION, RETURNED, ACCEPTED, REWORK, REOPENED -> redispatched();
            case HANDLED ->
                now.verdictDue()
                        ? new CaseVerified(now.round(), random.nextInt(3) > 0, "", actor(now))
                        : new VerificationRequested(now.round() + 1, order(now, true));
            case VERIFIED -> new CaseClosed(now.round());
            case CLOSED -> new CaseReopened("still there", DESK);
            case FOLLOWING, DECLINED, WITHDRAWN, VOIDED -> anything(now, other);
        };
    }

    private CaseEvent anything(CaseState now, CaseId other) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> new CaseSupplemented("more", null, null, null, List.of(), DESK);
            case 2 -> new CaseSupplemented("elsewhere", reporting.place(random), null, null, List.of(), DESK);
            case 3 -> new CaseSupplemented("another", null, null, reporting.classCode(random), List.of(), DESK);
            case 4 -> reporting.report(id, random);
            case 5 -> new OrderAcknowledged(order(now, false), "seen", actor(now));
            case 6 -> returned(now);
            case 7 -> new OrderFedBack(order(now, false), "done", List.of(), actor(now));
            case 8 -> escalated(now);
            case 9 -> redispatched();
            case 10 -> new CaseVerified(now.round(), random.nextBoolean(), "", actor(now));
            case 11, 12 -> new CaseLinked(other, null, null, "the same", DESK);
            case 13 -> new CaseUnlinked(requireNonNullElse(now.ties().follows(), other), null, "another", DESK);
            case 14 -> new CaseWithdrawn("", DESK);
            default -> new CaseVoided("", DESK);
        };
    }

    /** Some order of the case: the lead's, rather, where {@code leads}. */
    private OrderId order(CaseState now, boolean leads) {
        OrderId lead = now.lead();
        if (leads && lead != null && random.nextInt(3) > 0) {
            return lead;
        }
        return OrderId.of(id, 1 + random.nextInt(now.orders().size() + 1));
    }

    /** The desk of an order, rather a verifier's; or the centre's. */
    private Actor actor(CaseState now) {
        var lines = new ArrayList<OrderLine>(now.orders().values());
        lines.removeIf(line -> line.role() != Role.VERIFIER && random.nextInt(3) > 0);
        if (lines.isEmpty()) {
            return DESK;
        }
        UnitCode desk = lines.get(random.nextInt(lines.size())).to().desk();
        return new Actor(ActorKind.UNIT, desk.value(), desk);
    }

    private CaseEvent returned(CaseState now) {
        return new OrderReturned(order(now, true), REASONS.get(random.nextInt(REASONS.size())), "", actor(now));
    }

    private CaseEvent redispatched() {
        return new RedispatchDecided(
                reporting.unit(random),
                random.nextBoolean() ? List.of(reporting.unit(random)) : List.of(),
                random.nextBoolean() ? List.of(reporting.unit(random)) : List.of(),
                "decided",
                DESK);
    }

    /** One rung or another; where nothing was dispatched yet, more is said to the case instead. */
    private CaseEvent escalated(CaseState now) {
        if (ladder.isEmpty()) {
            return new CaseSupplemented("hurry", null, null, null, List.of(), DESK);
        }
        ClockKind because = random.nextInt(5) == 0 ? null : ClockKind.HANDLE;
        return new CaseEscalated(because, order(now, true), ladder.get(random.nextInt(ladder.size())), List.of());
    }
}
