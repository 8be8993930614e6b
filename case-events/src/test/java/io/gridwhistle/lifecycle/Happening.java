package io.gridwhistle.lifecycle;

import static java.util.stream.Collectors.toMap;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.Order;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.Samples;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An event in words: {@code dispatched 1 lead, 2 co-handler because accepted}, {@code acknowledged 1}, where an order that
 * is {@code kept} cannot be returned,
 * {@code verified 1 failed}, {@code suspended}; {@code corrected 2} to the second of some other classes. The same words are the same event; {@code reported #2} is another report.
 *
 * <p>A link is the desk's, but for {@code linked by itself}; {@code linked instead of 1}, {@code released from 1} and
 * {@code answered by 1} come from the first case, by the number of the link; so do {@code follower a joined 1} and
 * {@code follower a left 1} from a follower, the former perhaps {@code as of corrected 1}.
 */
final class Happening {
    private static final Pattern WORDS = Pattern.compile("(?<name>[a-z ]*[a-z])(?: (?<about>[#0-9].*))?");
    private static final Pattern LINKS = Pattern.compile(
            "linked (by itself|instead of .*)|released from .*|answered by .*|follower .* (joined|supplemented|left) .*");
    private static final Map<String, CaseEvent> SAMPLES = Samples.listAll().stream()
            .filter(CaseEvent.class::isInstance)
            .map(CaseEvent.class::cast)
            .collect(toMap(Happening::nameOf, event -> event));
    private static final Addressee UNIT =
            Samples.get(CaseDispatched.class).orders().getFirst().to();

    private static final Addressee HELPER =
            new Addressee(new UnitCode("helper"), UNIT.desk(), UNIT.district(), null, "department");

    private Happening() {}

    static String nameOf(CaseEvent event) {
        return EventTypes.nameOf(event.getClass())
                .replaceFirst("^(case|order)-", "")
                .replace('-', ' ');
    }

    static EventId idOf(String words) {
        return EventId.of(Samples.CASE, words.replace(' ', '-'));
    }

    static CaseEvent read(String words) {
        return LINKS.matcher(words).matches() ? readLink(words.split(" as of ")) : readOther(words);
    }

    private static CaseEvent readLink(String[] linkAndTime) {
        String[] word = linkAndTime[0].split(" ");
        EventId asOf = linkAndTime.length > 1 ? idOf(linkAndTime[1]) : null;
        String last = word[word.length - 1];
        return switch (word[0] + " " + word[word.length - 2]) {
            case "linked by" -> new CaseLinked(Samples.FIRST, null, null, "", Actor.system("intake"));
            case "linked of" ->
                new CaseLinked(Samples.FIRST, Integer.parseInt(last), null, "", Actor.system("dispatch"));
            case "released from" ->
                new CaseUnlinked(Samples.FIRST, Integer.parseInt(last), "", Actor.system("dispatch"));
            case "answered by" -> new CaseClosed(1, new SharedAnswer(Samples.FIRST, Integer.parseInt(last), "done"));
            case "follower joined" ->
                new FollowerJoined(follower(word[1]), Integer.parseInt(last), asOf, Actor.system("dispatch"));
            case "follower supplemented" ->
                new FollowerSupplemented(follower(word[1]), Integer.parseInt(last), Actor.system("dispatch"));
            case "follower left" ->
                new FollowerLeft(follower(word[1]), Integer.parseInt(last), Actor.system("dispatch"));
            default -> throw new IllegalArgumentException("no link in words: " + String.join(" ", linkAndTime));
        };
    }

    private static CaseId follower(String name) {
        return CaseId.of(Samples.PLATFORM, name);
    }

    private static CaseEvent readOther(String words) {
        var matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no event in words: " + words);
        }
        String name = matcher.group("name");
        String about = Objects.requireNonNullElse(matcher.group("about"), "");
        return switch (Objects.requireNonNull(SAMPLES.get(name.equals("corrected") ? "supplemented" : name), name)) {
            case CaseSupplemented it
            when name.equals("corrected") ->
                new CaseSupplemented(it.text(), null, null, new ClassCode("class-" + about), List.of(), it.actor());
            case CaseDispatched it -> dispatched(it, about.split(" because "));
            case OrderAcknowledged it -> new OrderAcknowledged(order(about), it.note(), it.actor());
            case OrderReturned it -> new OrderReturned(order(about), it.reasonCode(), it.note(), it.actor());
            case OrderFedBack it -> new OrderFedBack(order(about), it.result(), it.attachments(), it.actor());
            case VerificationRequested it -> new VerificationRequested(Integer.parseInt(about), it.orderId());
            case CaseVerified it -> verified(it, about.split(" "));
            case CaseEscalated it
            when !about.isEmpty() -> new CaseEscalated(it.because(), order(about), it.to(), it.skipped());
            case CaseEvent asItIs -> asItIs;
        };
    }

    private static CaseDispatched dispatched(CaseDispatched sample, String[] ordersAndCause) {
        var orders = Arrays.stream(ordersAndCause[0].split(", "))
                .map(order -> order.split(" "))
                .map(order -> new Order(
                        order(order[0]),
                        coded(Role.values(), order[1]),
                        to(order),
                        !order[order.length - 1].equals("kept"),
                        Map.of()))
                .toList();
        var cause = coded(DispatchCause.values(), ordersAndCause[1]);
        return new CaseDispatched(cause, sample.decidedAt(), sample.turn(), sample.decision(), orders);
    }

    /** Helpers are another unit than the lead, but where they are {@code itself}. */
    private static Addressee to(String[] order) {
        boolean helps = order[1].equals("co-handler") || order[1].equals("supervisor");
        return helps && !order[order.length - 1].equals("itself") ? HELPER : UNIT;
    }

    /** What dispatch or escalation decided as the case stands. */
    static CaseEvent inTurn(CaseEvent event, EventId turn) {
        return switch (event) {
            case CaseDispatched it -> new CaseDispatched(it.cause(), it.decidedAt(), turn, it.decision(), it.orders());
            case ConsultationOpened it ->
                new ConsultationOpened(it.reason(), it.centre(), it.invited(), turn, it.actor());
            case RerouteDecided it -> new RerouteDecided(it.gridSet(), turn);
            case CaseSuspended it ->
                new CaseSuspended(it.until(), it.reason(), it.approver(), it.approval(), turn, it.actor());
            default -> event;
        };
    }

    /** By somebody at a desk, or {@code by-unit} that was asked. */
    private static CaseVerified verified(CaseVerified sample, String[] words) {
        boolean passed = words[1].equals("passed");
        var actor = words.length > 2 ? new Actor(ActorKind.UNIT, "unit", UNIT.desk()) : sample.actor();
        return new CaseVerified(Integer.parseInt(words[0]), passed, sample.note(), actor);
    }

    private static OrderId order(String number) {
        return OrderId.of(Samples.CASE, Integer.parseInt(number));
    }

    private static <E extends Coded> E coded(E[] values, String code) {
        return Arrays.stream(values)
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
