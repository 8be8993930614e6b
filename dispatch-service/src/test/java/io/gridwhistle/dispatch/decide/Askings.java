package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who was asked to lead since a human last decided, and what of that should never have happened. */
final class Askings {
    private final Set<UnitCode> asked = new HashSet<>();
    private final List<String> broken = new ArrayList<>();

    List<String> broken() {
        return broken;
    }

    /** An event, before it is decided what follows. */
    void before(EventEnvelope<CaseEvent> envelope, @Nullable DispatchCase before) {
        CaseEvent event = envelope.event();
        if (before == null
                || !(CaseLifecycle.apply(before.state(), envelope.id(), event) instanceof Outcome.Valid(var after))) {
            return;
        }
        if (event instanceof OrderReturned && !after.phase().isOpen()) {
            broken.add("ended with " + event);
        }
        switch (event) {
            case RedispatchDecided _, CaseReopened _ -> asked.clear();
            case CaseSupplemented _ when !after.turn().equals(before.state().turn()) -> asked.clear();
            case ConsultationOpened it when it.actor().kind() != ActorKind.SYSTEM -> asked.clear();
            case CaseVerified it when !it.passed() -> asked.clear();
            // Taken from whoever had it and has not said that it is not his.
            case RerouteDecided _, CaseLinked _ -> before.leads().forEach(asked::remove);
            default -> {
                // No human has decided.
            }
        }
    }

    /** What was sent to a unit. */
    void after(Object sent) {
        if (sent instanceof OrderIssued it && it.role() == Role.LEAD && !asked.add(it.unit())) {
            broken.add("%s asked twice".formatted(it.unit()));
        }
    }
}
