package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer complaint on the mall's third floor, by log time: {@code log time | event | what follows}. */
class CaseStoryTest {
    private static final CaseId CASE = CaseId.of(new PlatformId("demo"), "story");
    private static final Actor SOMEBODY = Actor.system("test");
    /** The desk that the mall's posts are reached at. */
    private static final Actor VERIFIER =
            new Actor(ActorKind.UNIT, "task-force", new UnitCode("erqi-tower-task-force"));

    private static final EventId REPORT = EventId.of(CASE, "case-reported");

    @TempDir
    static Path state;

    private static Path city = Path.of("");
    private int number;

    @BeforeAll
    static void generate() {
        city = TestCity.demoFolder(state);
    }

    @Test
    void answeredVerifiedClosed() {
        play("""
                09:00:00.000 | reported        |
                09:00:00.000 | accepted        | order-issued lead erqi-tower-zone-asia-mall-f3-chief, order-issued supervisor city-centre-410100, case-dispatched
                09:10:00.000 | tick            | sla-warned acknowledge blue
                09:16:00.000 | tick            | sla-warned acknowledge orange
                09:19:59.999 | acknowledged 1  | sla-warned acknowledge red, order-answered 1
                09:40:00.000 | fed back 1      | order-answered 1, verification-requested, order-issued verifier erqi-tower-zone-asia-mall-chief, case-dispatched
                10:00:00.000 | verified passed | order-answered 3, case-closed, order-withdrawn 2
                """);
    }

    @Test
    void aMillisecondLateGoesUp() {
        play("""
                09:00:00.000 | reported        |
                09:00:00.000 | accepted        | order-issued lead erqi-tower-zone-asia-mall-f3-chief, order-issued supervisor city-centre-410100, case-dispatched
                09:16:00.000 | tick            | sla-warned acknowledge orange
                09:20:00.000 | acknowledged 1  | sla-breached acknowledge, case-escalated l3, order-answered 1, order-escalated 1, order-issued lead erqi-tower-zone-asia-mall-chief, case-dispatched
                09:30:00.000 | fed back 1      | sla-warned acknowledge blue, order-answered 1, order-withdrawn 3, verification-requested, order-issued verifier erqi-tower-zone-asia-mall-chief, case-dispatched
                """);
    }

    @Test
    void notDoneIsDoneAgain() {
        play("""
                09:00:00.000 | reported        |
                09:00:00.000 | accepted        | order-issued lead erqi-tower-zone-asia-mall-f3-chief, order-issued supervisor city-centre-410100, case-dispatched
                09:05:00.000 | fed back 1      | order-answered 1, verification-requested, order-issued verifier erqi-tower-zone-asia-mall-chief, case-dispatched
                09:10:00.000 | verified failed | order-answered 3, order-issued lead erqi-tower-zone-asia-mall-f3-chief, case-dispatched
                09:11:00.000 | fed back 4      | order-answered 4, verification-requested, order-issued verifier erqi-tower-zone-asia-mall-chief, case-dispatched
                """);
    }

    private void play(String story) {
        var log = new SimulatedLog(city);
        var heard = new StringBuilder();
        for (String line : story.lines().toList()) {
            String[] columns = line.split("\\|", -1);
            Instant at = Instant.parse("2025-11-20T%sZ".formatted(columns[0].strip()));
            String event = columns[1].strip();
            List<String> follows =
                    event.equals("tick") ? log.tick(at) : log.append(at, envelope(at, event(event.split(" "))));
            heard.append("%s|%s| %s%n"
                    .formatted(columns[0], columns[1], String.join(", ", follows))
                    .replaceAll(" +\n", "\n"));
        }
        assertThat(heard.toString().replaceAll("(?m) +$", "")).isEqualTo(story.replaceAll("(?m) +$", ""));
    }

    private EventEnvelope<CaseEvent> envelope(Instant at, CaseEvent event) {
        EventId id = event instanceof CaseReported
                ? REPORT
                : EventId.of(CASE, EventTypes.nameOf(event.getClass()), ++number);
        return new EventEnvelope<>(id, CASE, "/test", at, null, event);
    }

    private static CaseEvent event(String[] words) {
        return switch (words[0]) {
            case "reported" ->
                new CaseReported(
                        new PlatformId("demo"),
                        "story",
                        new ChannelCode("resident-snapshot"),
                        new ClassCode("consumer-complaint"),
                        null,
                        "拒绝退款",
                        "",
                        new ReportedPlace(null, null, null, null, "asia-mall", "3", null),
                        null,
                        Instant.parse("2025-11-20T08:59:00Z"),
                        List.of(),
                        SOMEBODY);
            case "accepted" -> new CaseAccepted(Acceptance.AUTOMATIC, REPORT, null, SOMEBODY);
            case "acknowledged" -> new OrderAcknowledged(order(words[1]), null, SOMEBODY);
            case "returned" -> new OrderReturned(order(words[1]), "not-our-duty", "", SOMEBODY);
            case "fed" -> new OrderFedBack(order(words[2]), "已退款", List.of(), SOMEBODY);
            case "verified" -> new CaseVerified(1, words[1].equals("passed"), "", VERIFIER);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static OrderId order(String number) {
        return OrderId.of(CASE, Integer.parseInt(number));
    }
}
