package io.gridwhistle.dispatch.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Answer;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
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
import io.gridwhistle.events.Json;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.OrderMessage.OrderAnswered;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.log.PublishedSchema;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays a case's way, {@code log time | event | expected}, one line an event; more of what is expected on lines of its own.
 *
 * <p>What the decider appends to the log it reads back before the next line, as on a partition of the log; but a line
 * with {@code meanwhile} was faster, and stands in the log before what the line above it led to. {@code activated 2} puts the
 * second of several versions of the city in force, {@code rerouting 2} has the case reconsidered under it as well.
 */
final class DispatchStory {
    static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "story");
    static final String PRIVATE = "call me at 138 0000 0000";
    private static final Actor SOMEBODY = Actor.system("story");
    private static final Actor OPERATOR = new Actor(ActorKind.OPERATOR, "desk", null);
    private static final String MEANWHILE = "meanwhile ";
    private static final String DAY = "2025-11-20T%s:00Z";

    private record Document(TestCity city, ReferenceKind kind) {}

    /** Stories are many, and cities few. */
    private static final Map<Document, Object> PARSED = new ConcurrentHashMap<>();

    private final List<TestCity> versions;
    private final char letter;
    private final DispatchDecider decider = new DispatchDecider();
    private final List<Decision.Emission> emissions = new ArrayList<>();
    private @Nullable DispatchCase state;
    private final Deque<EventEnvelope<CaseEvent>> unread = new ArrayDeque<>();
    private final Map<OrderId, String> believed = new TreeMap<>();
    private int events;
    private int inForce = 1;

    /** The place is where the letter stands on the map. */
    DispatchStory(TestCity city, char letter) {
        this(List.of(city), letter);
    }

    DispatchStory(List<TestCity> versions, char letter) {
        this.versions = versions;
        this.letter = letter;
    }

    static List<Decision.Emission> play(TestCity city, char letter, String story) {
        return new DispatchStory(city, letter).play(story);
    }

    List<Decision.Emission> play(String story) {
        var expected = new ArrayList<String>();
        var actual = new ArrayList<String>();
        for (String line : story.lines().toList()) {
            String[] columns = line.split("\\|", 3);
            if (!columns[0].isBlank()) {
                String words = columns[1].strip();
                if (!words.startsWith(MEANWHILE)) {
                    drain(actual);
                }
                String head = columns[0].strip() + " " + words;
                expected.add(head);
                actual.add(head);
                Instant at = Instant.parse(DAY.formatted(columns[0].strip()));
                happens(at, words.replaceFirst(MEANWHILE, ""), actual);
            }
            if (!columns[2].isBlank()) {
                expected.add("    " + columns[2].strip().replaceAll(" +", " "));
            }
        }
        drain(actual);
        assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
        keepsToSchemas();
        return emissions;
    }

    private void happens(Instant at, String words, List<String> told) {
        if (words.startsWith("activated ") || words.startsWith("rerouting ")) {
            inForce = Integer.parseInt(words.split(" ")[1]);
            if (words.startsWith("rerouting ")) {
                reconsider(at, told);
            }
        } else {
            read(at, event(words), told);
        }
    }

    private void reconsider(Instant at, List<String> told) {
        DispatchCase before = state;
        if (before != null && decider.mayMove(before)) {
            Decision<DispatchCase> decision = decider.reconsider(CASE, before, new Now(at));
            carryOut(decision, at, told);
            assertThat(decider.reconsider(CASE, requireNonNull(state), new Now(at))
                            .emissions())
                    .as("what was said is not said again")
                    .isEmpty();
        }
    }

    /** What was sent is what partners were promised; to units goes nothing that anybody wrote in words. */
    void keepsToSchemas() {
        for (Decision.Emission emission : emissions) {
            byte[] payload = EventCodec.encode(emission.topic(), null, emission.envelope())
                    .value();
            assertThat(PublishedSchema.errors(emission.envelope().event().getClass(), payload))
                    .as("%s", emission)
                    .isEmpty();
            if (!emission.topic().equals(Topics.CASE_LOG)) {
                assertThat(new String(payload, UTF_8)).doesNotContain(PRIVATE);
            }
        }
    }

    private void read(Instant at, EventEnvelope<CaseEvent> event, List<String> told) {
        Decision<DispatchCase> decision = decider.decide(state, event, new Now(at));
        // A case may have been stored and read again in between; that must not show.
        assertThat(decider.decide(stored(state), event, new Now(at))).isEqualTo(decision);
        carryOut(decision, at, told);
    }

    private void carryOut(Decision<DispatchCase> decision, Instant at, List<String> told) {
        state = decision.state();
        for (Decision.Emission emission : decision.emissions()) {
            emissions.add(emission);
            Object sent = emission.envelope().event();
            believe(sent);
            if (!(sent instanceof CaseDispatched || sent instanceof OrderAnswered)) {
                String to = emission.envelope().requireCaseId().equals(CASE)
                        ? emission.topic().replaceFirst("dispatch\\.", "")
                        : nameOf(emission.envelope().requireCaseId());
                told.add("    " + to + ": " + words(sent));
            }
        }
        for (Decision.Emission emission : decision.emissions()) {
            if (emission.envelope().event() instanceof CaseEvent appended
                    && emission.envelope().requireCaseId().equals(CASE)) {
                unread.add(new EventEnvelope<>(emission.envelope().id(), CASE, "/dispatch", at, null, appended));
            }
        }
    }

    /** One event at an hour that does not matter; what it leads to stays unread. */
    void step(String words, List<String> told) {
        told.add(words);
        happens(Instant.EPOCH, words, told);
    }

    int orders() {
        return state == null ? 0 : state.orders();
    }

    int links() {
        return state == null ? 0 : state.state().ties().links();
    }

    int round() {
        return state == null ? 0 : state.state().round();
    }

    /** Where each order stands, as somebody knows who reads nothing but the units' topics; {@code ^}: it went up past it. */
    Map<OrderId, String> believed() {
        return believed;
    }

    /** The same by the log; orders of a void dispatch count as withdrawn. */
    Map<OrderId, String> inTheLog() {
        var lines = state == null ? Map.<OrderId, OrderLine>of() : state.state().orders();
        var stands = new TreeMap<OrderId, String>();
        for (int number = 1; number <= orders(); number++) {
            OrderId id = OrderId.of(CASE, number);
            OrderLine line = lines.get(id);
            OrderStatus status = line == null ? OrderStatus.WITHDRAWN : line.status();
            stands.put(id, status.code() + (line != null && status.isOpen() && line.escalated() ? "^" : ""));
        }
        return stands;
    }

    private void believe(Object sent) {
        switch (sent) {
            case OrderIssued it -> believed.put(it.orderId(), "issued");
            case OrderAnswered it ->
                believed.computeIfPresent(
                        it.orderId(),
                        (id, stands) -> it.answer().code()
                                + (it.answer() == Answer.ACKNOWLEDGED && stands.endsWith("^") ? "^" : ""));
            case OrderWithdrawn it -> believed.put(it.orderId(), "withdrawn");
            case OrderEscalated it ->
                believed.computeIfPresent(it.orderId(), (id, stands) -> stands.replace("^", "") + "^");
            default -> {
                // Leaves the order as it is.
            }
        }
    }

    void drain(List<String> told) {
        while (!unread.isEmpty()) {
            var next = unread.poll();
            read(next.time(), next, told);
        }
    }

    private static @Nullable DispatchCase stored(@Nullable DispatchCase state) {
        return state == null ? null : Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(state), DispatchCase.class);
    }

    private static String words(Object sent) {
        return switch (sent) {
            case OrderIssued it -> {
                var text = new StringBuilder("%s asked as %s %s (%s)"
                        .formatted(
                                it.unit(),
                                it.role().code(),
                                number(it.orderId()),
                                it.cause().code()));
                it.deadlines()
                        .forEach((clock, deadline) -> text.append(" %s %s"
                                .formatted(clock.code(), deadline.toString().substring(11, 16))));
                yield text.toString();
            }
            case OrderWithdrawn it -> "%s withdrawn, %s".formatted(number(it.orderId()), it.reason());
            case OrderEscalated it -> "%s escalated to %s".formatted(number(it.orderId()), it.toUnit());
            case OrderSupplemented it -> "%s supplemented".formatted(number(it.orderId()));
            case ConsultationOpened it -> "consultation with " + it.invited();
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

    private static String number(OrderId id) {
        return "#" + id.value().substring(id.value().indexOf('-') + 1);
    }

    private EventEnvelope<CaseEvent> event(String words) {
        String[] word = words.split(" ");
        String about = word.length > 1 ? word[1] : "";
        CaseEvent event = switch (word[0]) {
            case "reported" -> report(about);
            case "accepted" -> new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY);
            case "acknowledged" -> new OrderAcknowledged(order(about), PRIVATE, SOMEBODY);
            case "returned" -> new OrderReturned(order(about), "not-ours", PRIVATE, SOMEBODY);
            case "fed-back" -> new OrderFedBack(order(about), PRIVATE, List.of(), SOMEBODY);
            case "escalated" -> new CaseEscalated(ClockKind.ACKNOWLEDGE, null, rung(about), List.of());
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
            case "supplemented" -> new CaseSupplemented(PRIVATE, null, null, List.of(), SOMEBODY);
            case "linked" ->
                new CaseLinked(other(about), word.length > 2 ? Integer.valueOf(word[2]) : null, "", OPERATOR);
            case "split" -> new CaseUnlinked(other(about), null, "", OPERATOR);
            case "released" -> new CaseUnlinked(other(about), Integer.valueOf(word[2]), "", SOMEBODY);
            case "answered" -> new CaseClosed(1, new SharedAnswer(other(about), Integer.parseInt(word[2]), "done"));
            case "joined" -> new FollowerJoined(other(about), Integer.parseInt(word[2]), SOMEBODY);
            case "added" -> new FollowerSupplemented(other(about), Integer.parseInt(word[2]), SOMEBODY);
            case "left" -> new FollowerLeft(other(about), Integer.parseInt(word[2]), SOMEBODY);
            case "redispatched" -> new RedispatchDecided(new UnitCode(about), List.of(), List.of(), PRIVATE, SOMEBODY);
            default -> throw new IllegalArgumentException(words);
        };
        EventId id = event instanceof CaseReported
                ? EventId.ofContent(CASE, "case-reported", event.toString())
                : EventId.of(CASE, "story", ++events);
        return new EventEnvelope<>(id, CASE, "/story", Instant.EPOCH, null, event);
    }

    private CaseReported report(String addition) {
        var point = versions.getFirst().map().in(letter);
        return new CaseReported(
                new PlatformId("zhenghaopai"),
                "story",
                new ChannelCode("resident-snapshot"),
                new ClassCode("litter"),
                PRIVATE,
                PRIVATE + addition,
                new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null),
                null,
                Instant.EPOCH,
                List.of(),
                SOMEBODY);
    }

    private static CaseId other(String name) {
        return new CaseId(name + "0".repeat(26 - name.length()));
    }

    private static String nameOf(CaseId other) {
        return other.value().replaceAll("0+$", "");
    }

    private static Actor unit(String code) {
        return new Actor(ActorKind.UNIT, code, new UnitCode(code));
    }

    private static OrderId order(String number) {
        return OrderId.of(CASE, Integer.parseInt(number.substring(1)));
    }

    private LadderStep rung(String unit) {
        if (state == null || state.decision() == null) {
            throw new IllegalStateException("not dispatched yet");
        }
        return state.decision().ladder().stream()
                .filter(step -> step.addressee() != null
                        && step.addressee().unit().value().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private final class Now implements Moment {
        private final Instant logTime;

        Now(Instant logTime) {
            this.logTime = logTime;
        }

        @Override
        public Instant logTime() {
            return logTime;
        }

        @Override
        public Optional<String> findVersion(ReferenceKind kind) {
            return Optional.of("v" + inForce);
        }

        @Override
        @SuppressWarnings("unchecked") // A kind is only ever parsed into one type.
        public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
            var document = new Document(versions.get(inForce - 1), kind);
            return Optional.of((T) PARSED.computeIfAbsent(
                    document, it -> parser.apply(it.city().reference(kind))));
        }

        @Override
        public String source() {
            return "/dispatch";
        }
    }
}
