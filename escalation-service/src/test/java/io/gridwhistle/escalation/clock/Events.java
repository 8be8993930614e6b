package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ExtensionApproved;
import io.gridwhistle.events.EscalationEvent.SuspensionApproved;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseFollowedUp;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case's events in few words, such as {@code returned #1}, {@code dispatched #2 secretary escalated}, or {@code dispatched
 * #1 chief accepted 1T03:00} where it is to be handled by then.
 */
public final class Events {
    static final Actor SOMEBODY = Actor.system("test");
    public static final Actor DESK = new Actor(ActorKind.OPERATOR, "desk", null);
    /** Whom a case follows. */
    static final CaseId FIRST = CaseId.of(new PlatformId("zhenghaopai"), "first");

    private static final ReportedPlace PLACE = new ReportedPlace(null, null, null, null, null, null, null);

    /** The ladder of every decision: level and who sits there, {@code -} where nobody does. */
    private static final String LADDER = "micro chief, l3 -, l2 secretary, district centre";

    private static final String DESERTED = "micro -, l3 -";

    private Events() {}

    public static CaseEvent of(String words, Instant at) {
        String[] word = words.split(" ");
        String about = word.length > 1 ? word[1] : "";
        return switch (word[0]) {
            case "reported" ->
                new CaseReported(
                        new PlatformId("zhenghaopai"),
                        "simulated",
                        new ChannelCode("patrol"),
                        new ClassCode(about.isEmpty() ? "litter" : about),
                        null,
                        "",
                        "",
                        PLACE,
                        null,
                        at,
                        List.of(),
                        SOMEBODY);
            case "accepted" -> new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY);
            case "dispatched" ->
                dispatched(
                        at,
                        LADDER,
                        about,
                        word.length > 2 ? word[2] : "",
                        word.length > 3 ? word[3] : "accepted",
                        word.length > 4 ? time(word[4]) : null);
            // Dispatch was away for an hour.
            case "belatedly" -> dispatched(at.minus(Duration.ofHours(1)), LADDER, word[2], word[3], "accepted", null);
            case "deserted" -> dispatched(at, DESERTED, "#0", "", "accepted", null);
            case "acknowledged" -> new OrderAcknowledged(order(about), null, SOMEBODY);
            case "returned" -> new OrderReturned(order(about), "not-ours", "", SOMEBODY);
            case "consulted" ->
                new ConsultationOpened("", null, List.of(), EventId.of(LogSimulator.CASE, "turn", 0), SOMEBODY);
            case "fed-back" -> new OrderFedBack(order(about), "done", List.of(), SOMEBODY);
            case "to-verify" -> new VerificationRequested(Integer.parseInt(word[2]), order(about));
            case "passed" -> new CaseVerified(Integer.parseInt(about), true, "", SOMEBODY);
            case "failed" -> new CaseVerified(Integer.parseInt(about), false, "", SOMEBODY);
            case "closed" -> new CaseClosed(Integer.parseInt(about));
            case "reopened" -> new CaseReopened("", SOMEBODY);
            case "suspended" -> new SuspensionApproved(time(about), "waiting for a permit", "duty-leader", DESK);
            case "extended" -> new ExtensionApproved(time(about), "spring tide", "duty-leader", DESK);
            case "resumed" -> new CaseResumed("the permit is there", DESK);
            case "supervised" -> new CaseSupervised("press interest", about.isEmpty() ? null : time(about), DESK);
            case "followed-up" -> new CaseFollowedUp("", DESK);
            case "scored" -> new SatisfactionScored(5, true, null, SOMEBODY);
            case "linked" -> new CaseLinked(FIRST, null, null, "", DESK);
            case "unlinked" -> new CaseUnlinked(FIRST, null, "", DESK);
            case "answered" -> new CaseClosed(1, new SharedAnswer(FIRST, Integer.parseInt(about), "mended"));
            case "decided" -> new RedispatchDecided(new UnitCode(about), List.of(), List.of(), "", DESK);
            case "withdrawn" -> new CaseWithdrawn("", SOMEBODY);
            case "supplemented" -> new CaseSupplemented("", null, null, null, List.of(), SOMEBODY);
            case "corrected" -> new CaseSupplemented("", null, null, new ClassCode(about), List.of(), SOMEBODY);
            default -> throw new IllegalArgumentException(words);
        };
    }

    /** {@code mode emergency 09:00 12:00}: from when until when; {@code -} for at once, and for until further notice. */
    static ModeChanged mode(String words) {
        String[] word = words.split(" ");
        OperatingMode mode = Arrays.stream(OperatingMode.values())
                .filter(it -> it.code().equals(word[1]))
                .findFirst()
                .orElseThrow();
        Instant from = word.length < 3 || word[2].equals("-") ? null : time(word[2]);
        Instant until = word.length < 4 || word[3].equals("-") ? null : time(word[3]);
        return new ModeChanged(new CellCode("erqi"), mode, from, until, "flood", DESK);
    }

    /** A time of that day, such as {@code 09:30}, or of another, such as {@code 2T09:30} two days on. */
    static Instant time(String words) {
        String[] part = words.contains("T") ? words.split("T") : new String[] {"0", words};
        String time = part[1].length() == 5 ? part[1] + ":00" : part[1];
        return Instant.parse("2025-11-20T%sZ".formatted(time)).plus(Duration.ofDays(Long.parseLong(part[0])));
    }

    /** What dispatch or escalation decides as the case stands. */
    public static CaseEvent inTurn(CaseEvent event, @Nullable CaseState state) {
        return switch (event) {
            case CaseDispatched it
            when state != null ->
                new CaseDispatched(it.cause(), it.decidedAt(), state.turn(), it.decision(), it.orders());
            case ConsultationOpened it
            when state != null ->
                new ConsultationOpened(it.reason(), it.centre(), it.invited(), state.turn(), it.actor());
            default -> event;
        };
    }

    public static OrderId order(String number) {
        return OrderId.of(LogSimulator.CASE, Integer.parseInt(number.substring(1)));
    }

    private static CaseDispatched dispatched(
            Instant at, String rungs, String number, String unit, String causeCode, @Nullable Instant handled) {
        DispatchCause cause = Arrays.stream(DispatchCause.values())
                .filter(it -> it.code().equals(causeCode))
                .findFirst()
                .orElseThrow();
        Map<ClockKind, Instant> deadlines = new EnumMap<>(ClockKind.class);
        Role role = cause == DispatchCause.VERIFICATION ? Role.VERIFIER : Role.LEAD;
        if (role == Role.VERIFIER) {
            deadlines.put(ClockKind.VERIFY, at.plus(Duration.ofHours(1)));
        } else {
            deadlines.put(ClockKind.ACKNOWLEDGE, at.plus(Duration.ofMinutes(20)));
            deadlines.put(
                    ClockKind.HANDLE,
                    handled != null ? handled : at.plus(Duration.ofHours(cause == DispatchCause.REWORK ? 1 : 2)));
        }
        var ladder = Arrays.stream(rungs.split(", ")).map(Events::step).toList();
        var decision = new RoutingDecision(
                "v1",
                Instant.EPOCH,
                PLACE,
                new ClassCode("litter"),
                null,
                null,
                null,
                new DistrictCode("erqi"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ladder,
                List.of(),
                "test");
        return new CaseDispatched(
                cause,
                at,
                EventId.of(LogSimulator.CASE, "turn", 0),
                decision,
                unit.isEmpty() ? List.of() : List.of(new Order(order(number), role, addressee(unit), true, deadlines)));
    }

    private static LadderStep step(String words) {
        String[] word = words.split(" ");
        return new LadderStep(word[0], null, word[1].equals("-") ? null : addressee(word[1]));
    }

    private static Addressee addressee(String unit) {
        return new Addressee(new UnitCode(unit), new UnitCode("desk"), new DistrictCode("erqi"), null, "test");
    }

    /** A clock by its name in these stories, such as {@code acknowledge#1}. */
    public static String clock(ClockKind kind, @Nullable OrderId orderId) {
        return orderId == null
                ? kind.code()
                : kind.code() + "#" + orderId.value().substring(orderId.value().indexOf('-') + 1);
    }
}
