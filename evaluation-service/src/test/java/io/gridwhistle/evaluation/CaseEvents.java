package io.gridwhistle.evaluation;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseDeclined;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case's events in few words, such as {@code returned #1} or {@code dispatched #1 lead accepted}. */
public final class CaseEvents {
    public static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "evaluated");
    private static final Actor SOMEBODY = Actor.system("test");
    private static final ReportedPlace PLACE = new ReportedPlace(null, null, null, null, null, null, null);

    private CaseEvents() {}

    /** Told apart from its repetitions by {@code number}; a dispatch is one that was decided as the case stands. */
    public static EventEnvelope<CaseEvent> envelope(int number, String words, @Nullable CaseState state) {
        CaseEvent event = of(words.split(" "));
        if (event instanceof CaseDispatched it && state != null) {
            event = new CaseDispatched(it.cause(), it.decidedAt(), state.turn(), it.decision(), it.orders());
        }
        return new EventEnvelope<>(EventId.of(CASE, "story", number), CASE, "/story", Instant.EPOCH, null, event);
    }

    public static Instant at(String time) {
        return Instant.parse("2025-11-20T%s:00Z".formatted(time));
    }

    private static CaseEvent of(String... word) {
        return switch (word[0]) {
            case "reported" ->
                new CaseReported(
                        new PlatformId("zhenghaopai"),
                        "evaluated",
                        new ChannelCode("patrol"),
                        new ClassCode("litter"),
                        null,
                        "",
                        "",
                        PLACE,
                        null,
                        Instant.EPOCH,
                        List.of(),
                        SOMEBODY);
            case "accepted" -> new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY);
            case "declined" -> new CaseDeclined("not-a-case", "", SOMEBODY);
            case "dispatched" -> dispatched(word[1], word[2], word[3], word.length > 4 ? word[4] : "street-office");
            case "acknowledged" -> new OrderAcknowledged(order(word[1]), null, SOMEBODY);
            case "returned" -> new OrderReturned(order(word[1]), "not-ours", "", SOMEBODY);
            case "fed-back" -> new OrderFedBack(order(word[1]), "done", List.of(), SOMEBODY);
            case "escalated" -> new CaseEscalated(ClockKind.HANDLE, null, new LadderStep("l1", null, null), List.of());
            case "breached" ->
                new SlaBreached(ClockKind.valueOf(word[1].toUpperCase(Locale.ROOT)), null, Instant.EPOCH);
            case "to-verify" -> new VerificationRequested(Integer.parseInt(word[2]), order(word[1]));
            case "passed" -> new CaseVerified(Integer.parseInt(word[1]), true, "", SOMEBODY);
            case "failed" -> new CaseVerified(Integer.parseInt(word[1]), false, "", SOMEBODY);
            case "closed" -> new CaseClosed(Integer.parseInt(word[1]));
            case "linked" -> new CaseLinked(other(word[1]), null, null, "", SOMEBODY);
            case "unlinked" -> new CaseUnlinked(other(word[1]), null, "", SOMEBODY);
            case "answered" -> new CaseClosed(1, new SharedAnswer(other(word[1]), Integer.parseInt(word[2]), "mended"));
            case "joined" ->
                new FollowerJoined(
                        other(word[1]),
                        Integer.parseInt(word[2]),
                        word.length > 3 ? EventId.of(CASE, word[3]) : null,
                        SOMEBODY);
            case "left" -> new FollowerLeft(other(word[1]), Integer.parseInt(word[2]), SOMEBODY);
            case "reclassed" -> new CaseSupplemented("", null, null, new ClassCode(word[1]), List.of(), SOMEBODY);
            case "reopened" -> new CaseReopened("", SOMEBODY);
            case "scored" ->
                new SatisfactionScored(Integer.parseInt(word[1]), word[2].equals("resolved"), null, SOMEBODY);
            default -> throw new IllegalArgumentException(String.join(" ", word));
        };
    }

    private static CaseId other(String name) {
        return new CaseId(name + "0".repeat(26 - name.length()));
    }

    /** What a case is called that is not the one of the story. */
    public static String nameOf(CaseId other) {
        return other.value().replaceAll("0+$", "");
    }

    private static OrderId order(String number) {
        return OrderId.of(CASE, Integer.parseInt(number.substring(1)));
    }

    private static CaseDispatched dispatched(String number, String roleCode, String causeCode, String desk) {
        Role role = Arrays.stream(Role.values())
                .filter(it -> it.code().equals(roleCode))
                .findFirst()
                .orElseThrow();
        DispatchCause cause = Arrays.stream(DispatchCause.values())
                .filter(it -> it.code().equals(causeCode))
                .findFirst()
                .orElseThrow();
        var district = new DistrictCode("erqi");
        var to = new Addressee(new UnitCode("chief"), new UnitCode(desk), district, null, "micro");
        return new CaseDispatched(
                cause,
                Instant.EPOCH,
                EventId.of(CASE, "turn", 0),
                new RoutingDecision(
                        "v1",
                        Instant.EPOCH,
                        PLACE,
                        new ClassCode("litter"),
                        null,
                        null,
                        null,
                        district,
                        List.of(district),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "test"),
                List.of(new Order(order(number), role, to, true, Map.of())));
    }
}
