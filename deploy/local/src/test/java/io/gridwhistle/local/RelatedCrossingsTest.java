package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.lifecycle.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three reports on three partitions that are linked to each other, split, withdrawn, solved and reopened while what they
 * say of each other is still on its way.
 *
 * <p>Once everything has been read, nobody follows a case that does not know it, none waits for an answer that does not
 * come, and whoever is left to go its own way has its own order again.
 */
class RelatedCrossingsTest {
    private static final int SEEDS = 800;
    private static final int STEPS = 60;
    private static final PlatformId PLATFORM = new PlatformId("demo");
    private static final List<CaseId> CASES = IntStream.range(0, 3)
            .mapToObj(i -> CaseId.of(PLATFORM, "crossing-" + i))
            .toList();
    private static final Actor DESK = new Actor(ActorKind.OPERATOR, "desk", null);
    private static final Actor LINKER = Actor.system("intake");

    @TempDir
    static Path folder;

    private static FolderReferences references = new FolderReferences(Path.of(""));

    private final Random random = new Random();
    private SeparateLogs logs = new SeparateLogs(references, CASES);
    private int events;
    private int byItself;

    @BeforeAll
    static void generate() {
        references = new FolderReferences(TestCity.demoFolder(folder));
    }

    @Test
    void nobodyIsLeftFollowingNobody() {
        int followed = 0;
        int answered = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            begin(seed);
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(3) > 0) {
                    logs.readOne(random);
                } else {
                    say(CASES.get(random.nextInt(CASES.size())));
                }
            }
            readAll();
            allFitsTogether(seed);
            followed += (int)
                    CASES.stream().filter(it -> phase(it) == Phase.FOLLOWING).count();
            endAll();
            for (CaseId id : CASES) {
                assertThat(phase(id).isOpen()).as(told(seed)).isFalse();
                answered +=
                        state(id).phase() == Phase.CLOSED && state(id).ties().follows() != null ? 1 : 0;
            }
        }
        assertThat(followed).as("the crossings lead to followers at all").isGreaterThan(SEEDS / 10);
        assertThat(byItself).as("and some without a desk").isGreaterThan(SEEDS / 20);
        assertThat(answered).as("and some are answered with their first").isGreaterThan(SEEDS / 20);
    }

    private void begin(int seed) {
        random.setSeed(seed);
        logs = new SeparateLogs(references, CASES);
        events = 0;
        for (CaseId id : CASES) {
            append(id, report(id));
            append(id, new CaseAccepted(Acceptance.DESK, null, null, DESK));
            if (random.nextBoolean() && !id.equals(CASES.getFirst())) {
                linkByItself(id, CASES.getFirst());
            }
        }
    }

    private void say(CaseId id) {
        CaseState state = state(id);
        int orders = state.orders().size();
        OrderId order = OrderId.of(id, 1 + random.nextInt(Math.max(1, orders)));
        switch (random.nextInt(14)) {
            case 0, 1 -> append(id, new CaseLinked(other(id), null, null, "", DESK));
            case 2 -> linkByItself(id, other(id));
            case 3, 4 -> append(id, new CaseUnlinked(firstOf(state, id), null, "", DESK));
            case 5 -> append(id, new CaseWithdrawn("", DESK));
            case 6 -> append(id, supplement(random.nextInt(3)));
            case 7, 8, 9 -> append(id, new OrderFedBack(order, "done by " + order, List.of(), DESK));
            case 10 -> append(id, new OrderReturned(order, "not-ours", "", DESK));
            case 11, 12 -> append(id, new CaseVerified(state.round(), random.nextInt(4) > 0, "", DESK));
            default -> append(id, seldom(order));
        }
    }

    /** As the linker does, which sees the two at one place and does not see what is said of either next. */
    private void linkByItself(CaseId id, CaseId first) {
        CaseState found = state(first);
        if (found.place().isWhere(state(id).place())) {
            append(id, new CaseLinked(first, null, found.ties().since(), "", LINKER));
        }
    }

    /** Words, or another floor. */
    private static CaseSupplemented supplement(int floor) {
        return new CaseSupplemented("", floor == 0 ? null : place(floor), null, null, List.of(), DESK);
    }

    private static ReportedPlace place(int floor) {
        return new ReportedPlace(null, null, null, null, "asia-mall", String.valueOf(floor), null);
    }

    private CaseEvent seldom(OrderId order) {
        return switch (random.nextInt(5)) {
            case 0 -> new CaseVoided("", DESK);
            case 1 -> new RedispatchDecided(new UnitCode("urban-410103"), List.of(), List.of(), "", DESK);
            case 2 -> new OrderAcknowledged(order, null, DESK);
            default -> new CaseReopened("", DESK);
        };
    }

    private void allFitsTogether(int seed) {
        for (CaseId id : CASES) {
            CaseState state = state(id);
            if (state.phase() == Phase.FOLLOWING) {
                CaseState first = state(Objects.requireNonNull(state.ties().follows()));
                assertThat(first.phase().mayBeFollowed()).as(told(seed)).isTrue();
                if (isLinkedByItself(id) && first.phase().isUnsolved()) {
                    assertThat(first.place()).as(told(seed)).isEqualTo(state.place());
                    byItself++;
                }
                assertThat(first.ties().followers())
                        .as(told(seed))
                        .containsEntry(id, state.ties().links());
            }
            state.ties().followers().forEach((follower, link) -> {
                assertThat(state(follower).ties().follows()).as(told(seed)).isEqualTo(id);
                assertThat(state(follower).ties().links()).as(told(seed)).isEqualTo(link);
            });
            assertThat(state.phase()).as(told(seed)).isNotIn(Phase.ACCEPTED, Phase.REOPENED);
        }
        var open = new TreeSet<OrderId>();
        CASES.forEach(id -> state(id).orders().forEach((order, line) -> {
            if (line.status().isOpen()) {
                open.add(order);
            }
        }));
        assertThat(logs.believedOpen()).as(told(seed)).containsAll(open);
    }

    private boolean isLinkedByItself(CaseId id) {
        CaseState state = null;
        boolean byItself = false;
        for (var event : logs.log(id)) {
            if (CaseLifecycle.apply(state, event.id(), event.event()) instanceof Outcome.Valid(var next)) {
                state = next;
                byItself = event.event() instanceof CaseLinked it ? it.actor().equals(LINKER) : byItself;
            }
        }
        return byItself;
    }

    /** Every case that goes its own way is solved and found good, or voided where that is not how it stands. */
    private void endAll() {
        for (CaseId id : CASES) {
            OrderId lead = state(id).lead();
            if (state(id).phase().isUnsolved() && lead != null) {
                append(id, new OrderFedBack(lead, "done by " + lead, List.of(), DESK));
                readAll();
                append(id, new CaseVerified(state(id).round(), true, "", DESK));
                readAll();
            }
        }
        // Whoever follows a case that is voided goes on in its place.
        for (int i = 0; i < CASES.size(); i++) {
            for (CaseId id : CASES) {
                if (phase(id).mayBeFollowed()) {
                    append(id, new CaseVoided("", DESK));
                    readAll();
                }
            }
        }
    }

    private void readAll() {
        while (logs.readOne(random)) {
            // Until nothing follows any more.
        }
    }

    private Phase phase(CaseId id) {
        return state(id).phase();
    }

    private CaseState state(CaseId id) {
        return Objects.requireNonNull(logs.state(id));
    }

    private CaseId other(CaseId id) {
        List<CaseId> others = CASES.stream().filter(it -> !it.equals(id)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private CaseId firstOf(CaseState state, CaseId id) {
        CaseId first = state.ties().follows();
        return first == null ? other(id) : first;
    }

    private void append(CaseId id, CaseEvent event) {
        logs.append(new EventEnvelope<>(EventId.of(id, "said", ++events), id, "/test", Instant.EPOCH, null, event));
    }

    private static CaseReported report(CaseId id) {
        return new CaseReported(
                PLATFORM,
                id.value(),
                new ChannelCode("resident-snapshot"),
                new ClassCode("water-pipe-burst"),
                null,
                "水管爆裂",
                "",
                place(1),
                null,
                Instant.EPOCH,
                List.of(),
                DESK);
    }

    private String told(int seed) {
        var lines = new ArrayList<String>();
        for (CaseId id : CASES) {
            lines.add("case " + id);
            logs.log(id).forEach(it -> lines.add("    " + it.event()));
        }
        return "seed %d:%n%s".formatted(seed, String.join(System.lineSeparator(), lines));
    }
}
