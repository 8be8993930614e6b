package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderRescheduled;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case's events in few words, such as {@code returned #1}, and what units are told of them. */
final class StoryWords {
    private static final CaseId CASE = DispatchStory.CASE;
    private static final String PRIVATE = DispatchStory.PRIVATE;
    private static final Actor SOMEBODY = Actor.system("story");
    private static final Actor OPERATOR = new Actor(ActorKind.OPERATOR, "desk", null);

    private final DrawnCity map;
    private final char letter;
    private int events;

    /** The case is reported where the letter stands. */
    StoryWords(DrawnCity map, char letter) {
        this.map = map;
        this.letter = letter;
    }

    /** What happened in these words, to a case that stands so. */
    EventEnvelope<CaseEvent> event(String words, @Nullable DispatchCase state) {
        String[] word = words.split(" ");
        String about = word.length > 1 ? word[1] : "";
        CaseEvent event = switch (word[0]) {
            case "reported" -> report(about);
            case "accepted" -> new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY);
            case "acknowledged" -> new OrderAcknowledged(order(about), PRIVATE, SOMEBODY);
            case "returned" -> new OrderReturned(order(about), "not-ours", PRIVATE, SOMEBODY);
            case "fed-back" -> new OrderFedBack(order(about), PRIVATE, List.of(), SOMEBODY);
            case "escalated" ->
                new CaseEscalated(
                        ClockKind.ACKNOWLEDGE, word.length > 2 ? order(word[2]) : null, rung(about, state), List.of());
            case "extended" ->
                new ClockArmed(
                        ClockKind.HANDLE,
                        order(about),
                        ArmingCause.EXTENDED,
                        OperatingMode.ORDINARY,
                        Instant.EPOCH,
                        List.of(),
                        Instant.parse(DispatchStory.DAY.formatted(word[2])));
            case "paused" -> new ClockPaused(ClockKind.HANDLE, order(about), Duration.ofMinutes(30));
            case "to-verify" -> new VerificationRequested(Integer.parseInt(word[2]), order(about));
            case "passed", "failed" ->
                new CaseVerified(
                        Integer.parseInt(about),
                        word[0].equals("passed"),
                        PRIVATE,
                        word.length > 2 ? unit(word[2]) : SOMEBODY);
            case "closed" -> new CaseClosed(Integer.parseInt(about));
            case "reopened" -> new CaseReopened(PRIVATE, SOMEBODY);
            case "withdrawn" -> new CaseWithdrawn(PRIVATE, SOMEBODY);
            case "voided" -> new CaseVoided(PRIVATE, SOMEBODY);
            case "supplemented" -> new CaseSupplemented(PRIVATE, null, null, null, List.of(), SOMEBODY);
            case "linked" ->
                new CaseLinked(other(about), word.length > 2 ? Integer.valueOf(word[2]) : null, null, "", OPERATOR);
            case "split" -> new CaseUnlinked(other(about), null, "", OPERATOR);
            case "released" -> new CaseUnlinked(other(about), Integer.valueOf(word[2]), "", SOMEBODY);
            case "answered" -> new CaseClosed(1, new SharedAnswer(other(about), Integer.parseInt(word[2]), "done"));
            case "joined" ->
                new FollowerJoined(
                        other(about),
                        Integer.parseInt(word[2]),
                        word.length > 3 ? EventId.of(CASE, word[3]) : null,
                        SOMEBODY);
            case "added" -> new FollowerSupplemented(other(about), Integer.parseInt(word[2]), SOMEBODY);
            case "left" -> new FollowerLeft(other(about), Integer.parseInt(word[2]), SOMEBODY);
            case "moved" -> corrected(withPrivateWords(place(about.charAt(0))), word.length > 2 ? word[2] : null);
            case "inside" -> corrected(new ReportedPlace(null, null, null, PRIVATE, about, word[2], null), null);
            case "cell" ->
                corrected(new ReportedPlace(null, null, null, PRIVATE, null, null, new CellCode(about)), null);
            case "reclassed" -> corrected(null, about);
            case "redispatched" ->
                new RedispatchDecided(new UnitCode(about), units(word, 2), List.of(), PRIVATE, OPERATOR);
            case "consulted" -> new ConsultationOpened("", null, units(word, 1), turn(state), OPERATOR);
            default -> throw new IllegalArgumentException(words);
        };
        EventId id = event instanceof CaseReported
                ? EventId.ofContent(CASE, "case-reported", event.toString())
                : EventId.of(CASE, "story", ++events);
        return new EventEnvelope<>(id, CASE, "/story", Instant.EPOCH, null, event);
    }

    private static CaseSupplemented corrected(@Nullable ReportedPlace place, @Nullable String classCode) {
        return new CaseSupplemented(
                PRIVATE, place, null, classCode == null ? null : new ClassCode(classCode), List.of(), SOMEBODY);
    }

    private ReportedPlace place(char at) {
        var point = map.in(at);
        return new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null);
    }

    private CaseReported report(String addition) {
        return new CaseReported(
                new PlatformId("zhenghaopai"),
                "story",
                new ChannelCode("resident-snapshot"),
                new ClassCode("litter"),
                null,
                PRIVATE,
                PRIVATE + addition,
                withPrivateWords(place(letter)),
                null,
                Instant.EPOCH,
                List.of(),
                SOMEBODY);
    }

    /** Whoever is asked to fill in a form writes what he likes into it. */
    private static ReportedPlace withPrivateWords(ReportedPlace place) {
        return new ReportedPlace(place.crs(), place.lon(), place.lat(), PRIVATE, PRIVATE, PRIVATE, null);
    }

    private static CaseId other(String name) {
        return new CaseId(name + "0".repeat(26 - name.length()));
    }

    static String nameOf(CaseId other) {
        return other.value().replaceAll("0+$", "");
    }

    private static Actor unit(String code) {
        return new Actor(ActorKind.UNIT, code, new UnitCode(code));
    }

    private static OrderId order(String number) {
        return OrderId.of(CASE, Integer.parseInt(number.substring(1)));
    }

    private static LadderStep rung(String unit, @Nullable DispatchCase state) {
        if (state == null || state.decision() == null) {
            throw new IllegalStateException("not dispatched yet");
        }
        return state.decision().ladder().stream()
                .filter(step -> step.addressee() != null
                        && step.addressee().unit().value().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static List<UnitCode> units(String[] word, int from) {
        return Arrays.stream(word).skip(from).map(UnitCode::new).toList();
    }

    private static EventId turn(@Nullable DispatchCase state) {
        return state == null ? EventId.of(CASE, "none") : state.state().turn();
    }

    /** What was sent, in words. */
    static String of(Object sent) {
        return switch (sent) {
            case OrderIssued it -> {
                var text = new StringBuilder("%s asked as %s %s (%s)"
                        .formatted(
                                it.unit(),
                                it.role().code(),
                                number(it.orderId()),
                                it.cause().code() + (it.role() == Role.LEAD && !it.returnable() ? ", to keep" : "")));
                it.deadlines()
                        .forEach((clock, deadline) -> text.append(" %s %s"
                                .formatted(clock.code(), deadline.toString().substring(11, 16))));
                yield text.toString();
            }
            case OrderWithdrawn it -> "%s withdrawn, %s".formatted(number(it.orderId()), it.reason());
            case OrderEscalated it -> "%s escalated to %s".formatted(number(it.orderId()), it.toUnit());
            case OrderRescheduled it ->
                "%s %s until %s"
                        .formatted(
                                number(it.orderId()),
                                it.clock().code(),
                                it.deadline() == null
                                        ? "further notice"
                                        : it.deadline().toString().substring(11, 16));
            case OrderSupplemented it -> "%s supplemented".formatted(number(it.orderId()));
            case ConsultationOpened it ->
                "consultation at %s with %s: %s".formatted(it.centre(), it.invited(), it.reason());
            case FollowerJoined it -> "joined by link " + it.link();
            case FollowerSupplemented it -> "supplemented by link " + it.link();
            case FollowerLeft it -> "left link " + it.link();
            case CaseUnlinked it -> "released from link %d, %s".formatted(it.link(), it.reason());
            case CaseLinked it ->
                "linked to %s instead of %d, %s".formatted(nameOf(it.first()), it.insteadOf(), it.reason());
            case RerouteDecided it -> "goes elsewhere by " + it.gridSet();
            default -> sent.toString();
        };
    }

    static String number(OrderId id) {
        return "#" + id.value().substring(id.value().indexOf('-') + 1);
    }
}
