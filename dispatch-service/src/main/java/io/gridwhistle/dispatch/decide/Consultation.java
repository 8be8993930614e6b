package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Units;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.Crossing;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.events.kafka.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 会商: when people have to talk, at whose centre, and who is called to it. */
final class Consultation {
    private static final Actor DISPATCH = Actor.system("dispatch");

    private static final Set<Role> HELPERS = Set.of(Role.CO_HANDLER, Role.SUPERVISOR);

    private Consultation() {}

    /** Why this return is not followed by the next candidate; empty where it is. */
    static Optional<String> isDue(
            DispatchCase now, DispatchCase.Sent returned, boolean talking, RoutingDecision decision) {
        if (talking) {
            return Optional.of("the centre that was asked has returned it");
        }
        return Optional.ofNullable(
                switch (returned.cause()) {
                    case CONSULTATION -> "the centre that was asked has returned it";
                    case DECIDED -> "the unit that a desk had named has returned it";
                    case REWORK -> "the unit that had handled it has returned the rework";
                    default -> {
                        if (!decision.crosses().isEmpty()) {
                            yield decision.crosses().stream()
                                    .map(Crossing::code)
                                    .collect(Collectors.joining(" and ", "the case crosses ", ""));
                        }
                        yield now.returned().size() > 1
                                ? "it was returned %d times"
                                        .formatted(now.returned().size())
                                : null;
                    }
                });
    }

    /** Everybody is asked only when the log has it: whatever decides otherwise in between makes it void. */
    static DispatchCase open(DispatchCase now, RoutingDecision decision, String reason, Step step) {
        Units units = Tables.units(step.moment());
        var opened = new ConsultationOpened(
                reason,
                Centres.find(decision, units, now.asked()).map(Addressee::unit).orElse(null),
                now.returned().stream().distinct().toList(),
                now.state().turn(),
                DISPATCH);
        step.draft()
                .emit(
                        Topics.CASE_LOG,
                        step.moment()
                                .envelope(
                                        EventId.ofContent(
                                                step.caseId(),
                                                "consultation-opened",
                                                now.orders() + " " + now.state().turn()),
                                        step.caseId(),
                                        step.traceparent(),
                                        opened));
        return now;
    }

    static DispatchCase hold(DispatchCase now, ConsultationOpened opened, Step step) {
        RoutingDecision decision = now.decision();
        if (decision == null) {
            return now;
        }
        Units units = Tables.units(step.moment());
        var issue = new Issue(now, decision, DispatchCause.CONSULTATION, step);
        findCentre(now, decision, opened, units).ifPresent(centre -> {
            Told.goneUp(now, null, centre, step);
            issue.to(centre, Role.LEAD);
        });
        Told.supplement(
                now, sent -> opened.invited().contains(sent.to().unit()) && HELPERS.contains(sent.role()), step);
        for (UnitCode invited : opened.invited()) {
            if (issue.holdsNothingBut(invited, Role.FIRST_RECEIVER)) {
                now.findAddressee(invited)
                        .filter(it -> units.find(it.desk()).isPresent())
                        .or(() -> units.find(invited).map(Centres::addressee))
                        .ifPresent(it -> issue.to(it, Role.CO_HANDLER));
            }
        }
        issue.keepFirstReceiver();
        return issue.isEmpty() ? now : issue.record();
    }

    /** The same words twice change nothing, and where a higher centre was asked meanwhile, it does not go down again. */
    private static Optional<Addressee> findCentre(
            DispatchCase now, RoutingDecision decision, ConsultationOpened opened, Units units) {
        List<UnitCode> centres =
                Centres.list(decision, units).stream().map(Addressee::unit).toList();
        int leading =
                now.findLeader().map(lead -> centres.indexOf(lead.to().unit())).orElse(-1);
        boolean ofDesk = opened.actor().kind() != ActorKind.SYSTEM;
        Optional<UnitCode> nearest = centres.stream().findFirst();
        // Whom the city gives up in the moment in which it is named, the next one stands in for.
        Optional<UnitCode> named = Optional.ofNullable(opened.centre())
                .filter(centre -> units.find(centre).isPresent())
                .or(() -> Centres.find(decision, units, now.asked()).map(Addressee::unit));
        return (ofDesk ? nearest : named)
                .filter(centre -> ofDesk ? leading < 0 : leading <= centres.indexOf(centre))
                .filter(centre -> !now.holds(centre, Role.LEAD))
                .flatMap(units::find)
                .map(Centres::addressee);
    }
}
