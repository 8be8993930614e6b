package io.gridwhistle.benchmarks;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The events of a case that goes well, from report to closing; its routing is the demo city's own. */
record CaseHistory(List<EventEnvelope<? extends CaseEvent>> events) {
    static final Instant START = Instant.parse("2025-11-20T02:02:11Z");
    private static final PlatformId PLATFORM = new PlatformId("demo");
    private static final CaseId CASE = CaseId.of(PLATFORM, "history");
    private static final OrderId ORDER = OrderId.of(CASE, 1);

    static CaseHistory in(DemoTables tables) {
        CaseClass caseClass = tables.city().classes().getFirst();
        Point point = Where.ANYWHERE.draw(tables.gridSet(), 1).getFirst();
        var place = new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), "人民路口", null, null, null);
        var decision = new Router(tables.routing()).route(place, caseClass);
        Addressee lead = lead(decision);
        var situation = Situation.ofCase(
                        caseClass.code(), Severity.ORDINARY, OperatingMode.ORDINARY, decision.district())
                .at(decision)
                .ordering(lead.desk());
        var order = new Order(
                ORDER,
                Role.LEAD,
                lead,
                true,
                tables.timing().in(situation).orderDeadlines(START, DispatchCause.ACCEPTED));
        var unit = new Actor(ActorKind.UNIT, "unit", lead.unit());
        return new CaseHistory(List.of(
                envelope(new CaseReported(
                        PLATFORM,
                        "history",
                        tables.city().channels().getFirst().code(),
                        caseClass.code(),
                        null,
                        caseClass.name(),
                        "路口东侧人行道上，" + caseClass.name() + "，已有行人避让，请尽快处置。",
                        place,
                        null,
                        START,
                        List.of(),
                        new Actor(ActorKind.PLATFORM, "demo-platform", null))),
                envelope(new CaseAccepted(
                        Acceptance.AUTOMATIC, EventId.of(CASE, "case-reported"), null, Actor.system("intake"))),
                envelope(new CaseDispatched(
                        DispatchCause.ACCEPTED, START, EventId.of(CASE, "case-reported"), decision, List.of(order))),
                envelope(new OrderAcknowledged(ORDER, null, unit)),
                envelope(new OrderFedBack(ORDER, "已处置", List.of(), unit)),
                envelope(new VerificationRequested(1, ORDER)),
                envelope(new CaseVerified(1, true, "现场核查通过", unit)),
                envelope(new CaseClosed(1))));
    }

    private static Addressee lead(RoutingDecision decision) {
        return decision.candidates().stream()
                .filter(candidate -> candidate.role() == Role.LEAD)
                .map(RoutingDecision.Candidate::addressee)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static EventEnvelope<CaseEvent> envelope(CaseEvent event) {
        String name = EventTypes.nameOf(event.getClass());
        return new EventEnvelope<>(EventId.of(CASE, name), CASE, "/benchmark", START, null, event);
    }

    /** The events before the one of this class. */
    List<EventEnvelope<? extends CaseEvent>> listBefore(Class<? extends CaseEvent> type) {
        return events.stream()
                .takeWhile(event -> !type.isInstance(event.event()))
                .toList();
    }

    EventEnvelope<? extends CaseEvent> get(Class<? extends CaseEvent> type) {
        return events.get(listBefore(type).size());
    }
}
