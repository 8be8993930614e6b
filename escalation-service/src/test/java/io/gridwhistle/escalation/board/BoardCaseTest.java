package io.gridwhistle.escalation.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.escalation.clock.Events;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.WarningLevel;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardCaseTest {
    private static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "simulated");

    @Test
    void aClockRunsWarnsBreachesAndIsAnsweredLate() {
        play("""
                08:00 | reported            |
                08:00 | accepted            |
                08:00 | dispatched #1 chief |
                08:00 | armed #1 08:20      | acknowledge#1 running
                08:16 | warned #1           | acknowledge#1 warned 08:16
                08:20 | breached #1         | acknowledge#1 breached 08:16 08:20
                08:25 | acknowledged #1     | acknowledge#1 late 08:16 08:20 08:25
                """);
    }

    @Test
    void anAnswerInTimeStopsItAndItStaysAnswered() {
        play("""
                08:00 | reported            |
                08:00 | accepted            |
                08:00 | dispatched #1 chief |
                08:00 | armed #1 08:20      | acknowledge#1 running
                08:10 | acknowledged #1     | acknowledge#1 answered 08:10
                09:00 | fed-back #1         | acknowledge#1 answered 08:10
                """);
    }

    /** The breach was decided on reading the answer, so it stands behind it. */
    @Test
    void anAnswerAtTheDeadlineIsLateThoughItStandsBeforeItsBreach() {
        play("""
                08:00 | reported            |
                08:00 | accepted            |
                08:00 | dispatched #1 chief |
                08:00 | armed #1 08:20      | acknowledge#1 running
                08:20 | acknowledged #1     | acknowledge#1 answered 08:20
                08:20 | breached #1         | acknowledge#1 late 08:20 08:20
                """);
    }

    @Test
    void aClockThatIsArmedAfterItsAnswerIsStoppedAtOnce() {
        play("""
                08:00 | reported            |
                08:00 | accepted            |
                08:00 | dispatched #1 chief |
                08:01 | acknowledged #1     |
                08:02 | armed #1 08:20      | acknowledge#1 answered 08:02
                """);
    }

    @Test
    void theOverallClockStopsAtTheEnd() {
        play("""
                08:00 | reported            |
                08:00 | armed overall 18:00 | overall running
                08:00 | accepted            | overall running
                08:10 | withdrawn           | overall answered 08:10
                """);
    }

    @Test
    void whatIsVoidOrOfNoKnownClockChangesNothing() {
        play("""
                08:00 | reported            |
                08:00 | acknowledged #7     |
                08:20 | breached #7         |
                """);
    }

    @Test
    void anAlarmByRuleLeavesTheDayThatADeskHasNamed() {
        BoardCase board = play("""
                08:00 | reported            |
                08:10 | supervised 1T09:00  |
                08:20 | supervised          |
                """);
        var supervised = Objects.requireNonNull(board.supervised());
        assertThat(supervised.times()).isEqualTo(2);
        assertThat(supervised.followUpAt()).isEqualTo(Instant.parse("2025-11-21T09:00:00Z"));
    }

    @Test
    void aClockSaysWhoseItIs() {
        BoardCase board = play("""
                08:00 | reported            |
                08:00 | accepted            |
                08:00 | dispatched #1 chief |
                08:00 | armed #1 08:20      | acknowledge#1 running
                """);
        assertThat(board.district()).isEqualTo(new DistrictCode("erqi"));
        ClockRow row = board.clocks().entrySet().stream()
                .map(it -> ClockRow.of(CASE, board, it.getKey(), it.getValue()))
                .findFirst()
                .orElseThrow();
        assertThat(row.unit()).isEqualTo("chief");
        assertThat(row.desk()).isEqualTo("desk");
        assertThat(row.kind()).isEqualTo("acknowledge");
        assertThat(row.classCode()).isEqualTo("litter");
    }

    /** {@code log time | event | clocks}: each with its state, and when it warned, breached and stopped. */
    private static BoardCase play(String story) {
        var expected = new ArrayList<String>();
        var actual = new ArrayList<String>();
        BoardCase board = null;
        int number = 0;
        for (String line : story.lines().toList()) {
            String[] column = line.split("\\|", 3);
            Instant at = at(column[0].strip());
            CaseEvent event = Events.inTurn(event(column[1].strip(), at), board == null ? null : board.state());
            var envelope = new EventEnvelope<>(EventId.of(CASE, "story", ++number), CASE, "/story", at, null, event);
            board = BoardCase.apply(board, envelope, at);
            String head = column[0].strip() + " " + column[1].strip() + ": ";
            expected.add(head + column[2].strip());
            actual.add(head + words(board));
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(board).isNotNull();
        return Objects.requireNonNull(board);
    }

    private static CaseEvent event(String words, Instant at) {
        String[] word = words.split(" ");
        OrderId order = word.length > 1 && word[1].startsWith("#") ? Events.order(word[1]) : null;
        ClockKind clock = order == null ? ClockKind.OVERALL : ClockKind.ACKNOWLEDGE;
        return switch (word[0]) {
            case "armed" ->
                new ClockArmed(clock, order, ArmingCause.STARTED, OperatingMode.ORDINARY, at, List.of(), at(word[2]));
            case "warned" -> new SlaWarned(clock, order, WarningLevel.ORANGE, at);
            case "breached" -> new SlaBreached(clock, order, at);
            default -> Events.of(words, at);
        };
    }

    private static String words(@Nullable BoardCase board) {
        if (board == null) {
            return "";
        }
        var clocks = new ArrayList<String>();
        for (BoardClock clock : board.clocks().values()) {
            var text = new StringBuilder(Events.clock(clock.kind(), clock.orderId()) + " "
                    + clock.state().code());
            Stream.of(clock.warnedAt(), clock.breachedAt(), clock.stoppedAt())
                    .filter(Objects::nonNull)
                    .forEach(time -> text.append(' ').append(time.toString(), 11, 16));
            clocks.add(text.toString());
        }
        return String.join(", ", clocks);
    }

    private static Instant at(String time) {
        return Instant.parse("2025-11-20T%s:00Z".formatted(time));
    }
}
