package io.gridwhistle.escalation.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.escalation.clock.Events;
import io.gridwhistle.escalation.mode.ModeBook;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.CaseExtended;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.log.reference.HeldReferences;
import io.gridwhistle.log.streams.Modes;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.TestDoor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What a desk is told at once whose word about a handle clock would not hold in the log. */
class DeskRefusalsTest {
    private static final Document PAGE = Document.inDocs("refusals.md");
    private static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "simulated");
    private static final OrderId ORDER = Events.order("#1");
    private static final Instant START = Instant.parse("2025-11-20T08:00:00Z");
    private static final Instant DEADLINE = START.plus(Duration.ofHours(2));
    private static final EventId APPROVAL = EventId.of(CASE, "suspension-approved", 1);

    private final CaseDesk desk = mock();
    private final HeldReferences held = new HeldReferences();

    /** How the case stands, what the desk wants, and what it is refused as. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            suspend-until-past     | armed                              | suspension | {"until": "2025-11-21T08:00:00Z"}    | 422
            suspend-without-clock  |                                    | suspension | {"until": "2999-01-01T00:00:00Z"}    | 409
            suspend-late           | armed, breached                    | suspension | {"until": "2999-01-01T00:00:00Z"}    | 409
            suspend-twice          | armed, suspended, pauses                | suspension | {"until": "2999-01-01T00:00:00Z"}    | 409
            suspend-too-often      | armed, suspended, pauses, resumed, resumes | suspension | {"until": "2999-01-01T00:00:00Z"}    | 409
            resume-what-runs       | armed                              | resumption | {}                                   | 409
            extend-to-earlier      | armed                              | extension  | {"deadline": "2025-11-20T09:00:00Z"} | 422
            extend-too-far         | armed                              | extension  | {"deadline": "2025-12-20T09:00:00Z"} | 422
            extend-too-often       | armed, extended                    | extension  | {"deadline": "2025-11-20T11:00:00Z"} | 409
            extend-what-stands     | armed, suspended, pauses                | extension  | {"deadline": "2025-11-20T11:00:00Z"} | 409
            """)
    void wordsThatWouldNotHold(String name, String way, String door, String body, int status) {
        held.put(ReferenceKind.CITY, utf8("""
                {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
                 "districts": [{"code": "erqi", "name": "Erqi"}], "channels": [],
                 "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "automatic"}]}
                """));
        held.put(ReferenceKind.UNITS, utf8("[]"));
        held.put(ReferenceKind.CALENDARS, utf8("""
                {"default": "office", "calendars": [{"code": "office", "name": "Office", "timeZone": "Asia/Shanghai",
                 "hours": {"monday": ["09:00-18:00"]}}]}
                """));
        held.put(ReferenceKind.POLICIES, utf8("""
                [{"class": "*", "rework": 0.5, "ladder": 1,
                  "suspension": {"longest": {"time": "P30D"}}, "extension": {"times": 1, "longest": {"time": "P7D"}},
                  "clocks": {"accept": {"kept": false}, "dispatch": {"kept": false}, "consultation": {"kept": false},
                    "follow-up": {"kept": false}, "acknowledge": {"time": "PT20M"}, "handle": {"time": "PT2H"},
                    "verify": {"time": "PT1H"}, "overall": {"time": "PT10H"}}}]
                """));
        ModeBook modes = mock();
        when(modes.read(any())).thenReturn(Mono.just(Modes.NONE));
        when(desk.find(any(), any(), any())).thenReturn(Mono.just(board(way == null ? "" : way)));
        var controller = new HandleClockController(desk, new CaseTerms(held.references(), modes));

        String words = body.equals("{}")
                ? "{\"reason\": \"the permit is there\"}"
                : body.replace("}", ", \"reason\": \"waiting for a permit\", \"approver\": \"duty-leader\"}");
        var answer = TestDoor.to(List.of(controller))
                .send("POST", "/api/v1/cases/%s/%s".formatted(CASE.value(), door), utf8(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        PAGE.holds(name, answer.toMarkdown());
    }

    private static BoardCase board(String way) {
        BoardCase board = null;
        int number = 0;
        for (String word :
                ("reported, accepted, dispatched #1 chief" + (way.isEmpty() ? "" : ", " + way)).split(", ")) {
            CaseEvent event = event(word, board == null ? null : board.state());
            var envelope = new EventEnvelope<>(EventId.of(CASE, "story", ++number), CASE, "/story", START, null, event);
            board = BoardCase.apply(board, envelope, START);
        }
        return requireNonNull(board);
    }

    private static CaseEvent event(String word, @Nullable CaseState state) {
        return switch (word) {
            case "armed" -> armed(ArmingCause.STARTED, DEADLINE);
            case "breached" -> new SlaBreached(ClockKind.HANDLE, ORDER, DEADLINE);
            case "suspended" ->
                new CaseSuspended(
                        START.plus(Duration.ofDays(1)),
                        "rain",
                        "duty-leader",
                        APPROVAL,
                        requireNonNull(state).turn(),
                        Events.DESK);
            case "pauses" -> new ClockPaused(ClockKind.HANDLE, ORDER, Duration.ofHours(2));
            case "resumes" -> armed(ArmingCause.RESUMED, DEADLINE);
            case "extended" ->
                new CaseExtended(ClockKind.HANDLE, ORDER, DEADLINE, "tide", "duty-leader", APPROVAL, Events.DESK);
            default -> Events.inTurn(Events.of(word, START), state);
        };
    }

    private static ClockArmed armed(ArmingCause because, Instant deadline) {
        return new ClockArmed(ClockKind.HANDLE, ORDER, because, OperatingMode.ORDINARY, START, List.of(), deadline);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
