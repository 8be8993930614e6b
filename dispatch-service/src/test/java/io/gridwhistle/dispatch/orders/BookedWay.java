package io.gridwhistle.dispatch.orders;

import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as the order book comes to know it: {@code X accepted, returned, decided, moved v2} is one on ground X. Whom dispatch asks next, it works
 * out as simply as it can be said.
 */
final class BookedWay {
    private static final Actor SOMEBODY = Actor.system("test");
    private static final CaseId OTHER = CaseId.of(new PlatformId("zhenghaopai"), "another");
    private static final UnitCode CLEANING = new UnitCode("cleaning");

    private final String name;
    private final Map<String, TestCity> versions;
    private final Set<UnitCode> spent = new HashSet<>();
    private @Nullable BookedCase booked;
    private @Nullable RoutingDecision decision;
    private int events;

    BookedWay(String name, Map<String, TestCity> versions) {
        this.name = name;
        this.versions = versions;
    }

    CaseId id() {
        return CaseId.of(new PlatformId("zhenghaopai"), name);
    }

    BookedCase go(String words) {
        char letter = words.charAt(0);
        happens(new CaseReported(
                new PlatformId("zhenghaopai"),
                name,
                new ChannelCode("resident-snapshot"),
                new ClassCode("litter"),
                null,
                "",
                "",
                place(letter),
                null,
                Instant.EPOCH,
                List.of(),
                SOMEBODY));
        for (String word : words.substring(2).split(", ")) {
            happens(word, letter);
        }
        return now();
    }

    private void happens(String word, char letter) {
        switch (word) {
            case "reported" -> {
                // It is.
            }
            case "accepted" -> {
                happens(new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY));
                dispatch(route("v1", letter), DispatchCause.ACCEPTED);
            }
            case "returned" -> {
                spent.add(Objects.requireNonNull(now().lead()).unit());
                happens(new OrderReturned(lead(), "not-ours", "", SOMEBODY));
                dispatch(Objects.requireNonNull(decision), DispatchCause.RETURNED);
            }
            case "consultation" ->
                happens(new ConsultationOpened(
                        "", null, List.of(), now().state().turn(), SOMEBODY));
            case "decided" -> {
                spent.clear();
                happens(new RedispatchDecided(CLEANING, List.of(), List.of(), "", SOMEBODY));
                dispatch(Objects.requireNonNull(decision), DispatchCause.DECIDED);
            }
            case "solved" -> {
                happens(new OrderFedBack(lead(), "done", List.of(), SOMEBODY));
                happens(new VerificationRequested(1, lead()));
                happens(new CaseVerified(1, true, "", SOMEBODY));
                happens(new CaseClosed(1));
            }
            case "linked" -> happens(new CaseLinked(OTHER, null, null, "", SOMEBODY));
            case "split" -> {
                happens(new CaseUnlinked(OTHER, null, "", SOMEBODY));
                dispatch(route("v1", letter), DispatchCause.UNLINKED);
            }
            case "reopened" -> {
                spent.clear();
                happens(new CaseReopened("", SOMEBODY));
                dispatch(route("v1", letter), DispatchCause.REOPENED);
            }
            default -> {
                String version = word.split(" ")[1];
                happens(new RerouteDecided(version, now().state().turn()));
                dispatch(route(version, letter), DispatchCause.BOUNDARIES_CHANGED);
            }
        }
    }

    private BookedCase now() {
        return Objects.requireNonNull(booked);
    }

    private OrderId lead() {
        return Objects.requireNonNull(now().state().lead());
    }

    private void dispatch(RoutingDecision by, DispatchCause cause) {
        decision = by;
        Addressee to = by.findLead(spent).orElseThrow();
        var order = new Order(OrderId.of(id(), now().orders().size() + 1), Role.LEAD, to, true, Map.of());
        happens(new CaseDispatched(cause, Instant.EPOCH, now().state().turn(), by, List.of(order)));
    }

    private RoutingDecision route(String version, char letter) {
        TestCity city = Objects.requireNonNull(versions.get(version));
        RoutingTables tables = city.tables();
        GridSet gridSet = tables.gridSet();
        return new Router(new RoutingTables(
                        tables.city(), version, gridSet, tables.units(), tables.responsibilities(), tables.at()))
                .route(place(letter), city.caseClass("litter"));
    }

    private ReportedPlace place(char letter) {
        var point = Objects.requireNonNull(versions.get("v1")).map().in(letter);
        return new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null);
    }

    private void happens(CaseEvent event) {
        var envelope =
                new EventEnvelope<>(EventId.of(id(), "event", ++events), id(), "/test", Instant.EPOCH, null, event);
        booked = BookedCase.apply(booked, envelope, Instant.EPOCH);
    }
}
