package io.gridwhistle.dispatch.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Answer;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.OrderMessage.OrderAnswered;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Phase;
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
import java.util.stream.Stream;
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
    private static final String MEANWHILE = "meanwhile ";
    static final String DAY = "2025-11-20T%s:00Z";

    private record Document(TestCity city, ReferenceKind kind) {}

    /** Stories are many, and cities few. */
    private static final Map<Document, Object> PARSED = new ConcurrentHashMap<>();

    private final List<TestCity> versions;
    private final DispatchDecider decider = new DispatchDecider();
    private final List<Decision.Emission> emissions = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable DispatchCase state;
    private final Deque<EventEnvelope<CaseEvent>> unread = new ArrayDeque<>();
    private final Map<OrderId, String> believed = new TreeMap<>();
    private final StoryWords words;
    private final Askings askings = new Askings();
    private int inForce = 1;

    /** The place is where the letter stands on the map. */
    DispatchStory(TestCity city, char letter) {
        this(List.of(city), letter);
    }

    DispatchStory(List<TestCity> versions, char letter) {
        this.versions = versions;
        this.words = new StoryWords(versions.getFirst().map(), letter);
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
                String happening = columns[1].strip();
                if (!happening.startsWith(MEANWHILE)) {
                    drain(actual);
                }
                String head = columns[0].strip() + " " + happening;
                expected.add(head);
                actual.add(head);
                Instant at = Instant.parse(DAY.formatted(columns[0].strip()));
                happens(at, happening.replaceFirst(MEANWHILE, ""), actual);
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

    private void happens(Instant at, String happening, List<String> told) {
        if (happening.startsWith("activated ") || happening.startsWith("rerouting ")) {
            inForce = Integer.parseInt(happening.split(" ")[1]);
            if (happening.startsWith("rerouting ")) {
                reconsider(at, told);
            }
        } else {
            read(at, words.event(happening, state), told);
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
        askings.before(event, state);
        Decision<DispatchCase> decision = decider.decide(state, event, new Now(at));
        // A case may have been stored and read again in between; that must not show.
        assertThat(decider.decide(stored(state), event, new Now(at))).isEqualTo(decision);
        carryOut(decision, at, told);
    }

    private void carryOut(Decision<DispatchCase> decision, Instant at, List<String> told) {
        state = decision.state();
        remarks.addAll(decision.remarks());
        for (Decision.Emission emission : decision.emissions()) {
            emissions.add(emission);
            Object sent = emission.envelope().event();
            believe(sent);
            askings.after(sent);
            if (!(sent instanceof CaseDispatched || sent instanceof OrderAnswered)) {
                String to = emission.envelope().requireCaseId().equals(CASE)
                        ? emission.topic().replaceFirst("dispatch\\.", "")
                        : StoryWords.nameOf(emission.envelope().requireCaseId());
                told.add("    " + to + ": " + StoryWords.of(sent));
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
    void step(String happening, List<String> told) {
        told.add(happening);
        happens(Instant.EPOCH, happening, told);
    }

    List<String> remarks() {
        return remarks;
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

    Phase phase() {
        return state == null ? Phase.REPORTED : state.state().phase();
    }

    /** The order of whoever leads by the log. */
    Optional<OrderId> findLead() {
        return Optional.ofNullable(state)
                .flatMap(it -> Optional.ofNullable(it.state().lead()));
    }

    OrderLine line(OrderId id) {
        return requireNonNull(requireNonNull(state).state().orders().get(id));
    }

    boolean somebodyAnswers() {
        return state != null && state.state().whoAnswers() != null;
    }

    /** Whom the case may climb to. */
    List<String> rungs() {
        RoutingDecision decision = state == null ? null : state.decision();
        return decision == null
                ? List.of()
                : decision.ladder().stream()
                        .flatMap(step -> Stream.ofNullable(step.addressee()))
                        .map(to -> to.unit().value())
                        .toList();
    }

    /** What should never happen, and did. */
    List<String> broken() {
        return askings.broken();
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
