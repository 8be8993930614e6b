package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.LadderStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Accepted in 30 minutes, acknowledged in 20, handled in 2 hours (1 for a rework), verified in 1, all over in 10; warned at
 * 80 %. The ladder: chief, nobody, secretary, centre.
 */
class EscalationDeciderTest {

    /** Clock, when it warns, when it breaches. */
    @Test
    void everyClockStartsWithWhatItMeasures() {
        assertThat(run(DISPATCHED, new ArrayList<>()).log().stream()
                        .flatMap(entry -> entry.event() instanceof ClockArmed it ? Stream.of(it) : Stream.empty())
                        .map(it -> "%s %s %s"
                                .formatted(
                                        Events.clock(it.clock(), it.orderId()),
                                        it.warnAt().toString().substring(11, 16),
                                        it.deadline().toString().substring(11, 16))))
                .containsExactly(
                        "overall 16:00 18:00",
                        "accept 08:24 08:30",
                        "acknowledge#1 08:16 08:20",
                        "handle#1 09:36 10:00");
    }

    @Test
    void anAcknowledgementInTheLastMillisecondIsInTime() {
        play(DISPATCHED + """
                08:16        | tick            | warned acknowledge#1
                08:19:59.999 | acknowledged #1 |
                08:20        | tick            |
                """);
    }

    @Test
    void anAcknowledgementAtTheDeadlineIsTooLate() {
        play(DISPATCHED + """
                08:20        | acknowledged #1 | warned acknowledge#1
                             |                 | breached acknowledge#1
                             |                 | escalated to secretary past l3
                """);
    }

    @Test
    void aRecordThatIsReadAfterAnOutageBreachesNobodyWhoAnsweredInTime() {
        play(DISPATCHED + """
                08:10        | acknowledged #1 |
                09:00        | fed-back #1     |
                12:00        | tick            |
                """);
    }

    @Test
    void afterAnOutageInWhichBothClocksRanOutTheCaseGoesUpOnce() {
        play(DISPATCHED + """
                11:00        | tick            | warned acknowledge#1
                             |                 | breached acknowledge#1
                             |                 | escalated to secretary past l3
                             |                 | warned handle#1
                             |                 | breached handle#1
                """);
    }

    @Test
    void anUnansweredCaseClimbsToTheTopAndIsThenSupervised() {
        play(DISPATCHED + """
                08:20 | tick                              | warned acknowledge#1
                      |                                   | breached acknowledge#1
                      |                                   | escalated to secretary past l3
                08:20 | dispatched #2 secretary escalated |
                08:40 | tick                              | warned acknowledge#2
                      |                                   | breached acknowledge#2
                      |                                   | escalated to centre
                08:40 | dispatched #3 centre escalated    |
                09:00 | tick                              | warned acknowledge#3
                      |                                   | breached acknowledge#3
                      |                                   | supervised: the case is on top of the ladder
                10:40 | tick                              | warned handle#3
                      |                                   | breached handle#3
                      |                                   | supervised: the case is on top of the ladder
                18:00 | tick                              | warned overall
                      |                                   | breached overall
                      |                                   | supervised: the overall clock has run out
                """);
    }

    @Test
    void acknowledgingIsNotHandling() {
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                10:00 | tick            | warned handle#1
                      |                 | breached handle#1
                      |                 | escalated to secretary past l3
                """);
    }

    @Test
    void aDepartmentIsOnNoRungAboveItIsTheDistrict() {
        play("""
                08:00 | reported               |
                08:00 | accepted               |
                08:00 | dispatched #1 cleaning |
                08:20 | tick                   | warned acknowledge#1
                      |                        | breached acknowledge#1
                      |                        | escalated to centre
                """);
    }

    @Test
    void anOrderThatWasReturnedOwesNothingMore() {
        play(DISPATCHED + """
                08:10 | returned #1                     |
                08:10 | dispatched #2 cleaning returned |
                08:20 | tick                            |
                08:26 | tick                            | warned acknowledge#2
                """);
    }

    @Test
    void whoHasBeenPassedByIsNotTimedAnyMore() {
        play(DISPATCHED + """
                08:20 | tick                              | warned acknowledge#1
                      |                                   | breached acknowledge#1
                      |                                   | escalated to secretary past l3
                08:20 | dispatched #2 secretary escalated |
                08:30 | acknowledged #2                   |
                10:00 | tick                              | warned handle#2
                10:10 | fed-back #1                       |
                12:00 | tick                              |
                """);
    }

    @Test
    void aCaseThatNobodyAcceptsOrVerifiesIsSupervised() {
        play("""
                08:00 | reported                           |
                08:30 | tick                               | warned accept
                      |                                    | breached accept
                      |                                    | supervised: nobody has answered in time: accept
                08:31 | accepted                           |
                08:31 | dispatched #1 chief                |
                08:40 | fed-back #1                        |
                08:40 | to-verify #1 1                     |
                08:40 | dispatched #2 secretary verification |
                09:40 | tick                               | warned verify#2
                      |                                    | breached verify#2
                      |                                    | supervised: nobody has answered in time: verify
                """);
    }

    @Test
    void aCaseThatNobodyWasAskedAboutClimbsAtOnce() {
        play("""
                08:00 | reported                          |
                08:00 | accepted                          |
                08:00 | dispatched #0                     | escalated to chief
                08:00 | dispatched #1 chief escalated     |
                08:20 | tick                              | warned acknowledge#1
                      |                                   | breached acknowledge#1
                      |                                   | escalated to secretary past l3
                """);
    }

    @Test
    void nobodyIsLateWithAnOrderThatCameLate() {
        play("""
                08:00 | reported                      |
                08:00 | accepted                      |
                09:00 | belatedly dispatched #1 chief |
                09:16 | tick                          | warned acknowledge#1
                09:20 | tick                          | breached acknowledge#1
                      |                               | escalated to secretary past l3
                """);
    }

    @Test
    void whereThereIsNobodyAtAllTheCaseIsSupervised() {
        play("""
                08:00 | reported |
                08:00 | accepted |
                08:00 | deserted | supervised: there is nobody to ask
                18:00 | tick     | warned overall
                      |          | breached overall
                      |          | supervised: the overall clock has run out
                """);
    }

    @Test
    void nothingButTheEndStopsTheOverallClock() {
        play(DISPATCHED + """
                08:05 | acknowledged #1                  |
                08:06 | supplemented                     |
                08:30 | fed-back #1                      |
                08:30 | to-verify #1 1                   |
                08:30 | dispatched #2 chief verification |
                09:00 | passed 1                         |
                18:00 | tick                             | warned overall
                      |                                  | breached overall
                      |                                  | supervised: the overall clock has run out
                """);
        play(DISPATCHED + """
                08:10 | acknowledged #1                  |
                08:30 | fed-back #1                      |
                08:30 | to-verify #1 1                   |
                09:00 | passed 1                         |
                09:00 | closed 1                         |
                18:00 | tick                             |
                """);
        play(DISPATCHED + """
                08:10 | withdrawn                        |
                18:00 | tick                             |
                """);
    }

    @Test
    void aConsultationIsTimedLikeAnyOtherOrderAndClimbs() {
        play(DISPATCHED + """
                08:05 | returned #1                         |
                08:05 | consulted                           |
                08:06 | dispatched #2 zone-desk consultation |
                08:10 | acknowledged #2                     |
                10:06 | tick                                | warned handle#2
                      |                                     | breached handle#2
                      |                                     | escalated to centre
                10:06 | dispatched #3 centre escalated      |
                10:26 | tick                                | warned acknowledge#3
                      |                                     | breached acknowledge#3
                      |                                     | supervised: the case is on top of the ladder
                18:00 | tick                                | warned handle#3
                      |                                     | breached handle#3
                      |                                     | supervised: the case is on top of the ladder
                      |                                     | warned overall
                      |                                     | breached overall
                      |                                     | supervised: the overall clock has run out
                """);
    }

    @Test
    void aReworkIsTimedAnewAndShorter() {
        play(DISPATCHED + """
                09:00 | fed-back #1                      | warned acknowledge#1
                      |                                  | breached acknowledge#1
                      |                                  | escalated to secretary past l3
                09:00 | to-verify #1 1                   |
                09:00 | dispatched #2 secretary verification |
                09:30 | failed 1                         |
                09:30 | dispatched #3 chief rework       |
                09:40 | acknowledged #3                  |
                10:30 | tick                             | warned handle#3
                      |                                  | breached handle#3
                      |                                  | escalated to secretary past l3
                """);
    }

    @Test
    void aReopenedCaseHasAnOverallClockOfItsOwn() {
        play(DISPATCHED + """
                08:10 | fed-back #1                   |
                08:10 | to-verify #1 1                |
                08:20 | passed 1                      |
                08:20 | closed 1                      |
                09:00 | reopened                      |
                09:00 | dispatched #2 chief reopened  |
                09:10 | acknowledged #2               |
                09:20 | fed-back #2                   |
                18:59:59.999 | tick                   | warned overall
                19:00 | tick                          | breached overall
                      |                               | supervised: the overall clock has run out
                """);
    }

    @Test
    void whatIsAnsweredLeavesNoTimerBehind() {
        LogSimulator simulator = run(DISPATCHED + """
                08:10 | fed-back #1    |
                08:10 | to-verify #1 1 |
                08:20 | passed 1       |
                08:20 | closed 1       |
                """, new ArrayList<>());
        assertThat(simulator.armed()).isEmpty();
    }

    @Test
    void theSameLogLeadsToTheSameRecords() {
        String story = DISPATCHED + """
                08:20 | acknowledged #1 |
                11:00 | tick            |
                18:00 | tick            |
                """;
        List<LogSimulator.Entry> once = run(story, new ArrayList<>()).log();
        assertThat(run(story, new ArrayList<>()).log()).isEqualTo(once);
        assertThat(once).extracting(LogSimulator.Entry::id).doesNotHaveDuplicates();
    }

    private static final String DISPATCHED = """
            08:00 | reported            |
            08:00 | accepted            |
            08:00 | dispatched #1 chief |
            """;

    private static void play(String story) {
        var told = new ArrayList<String>();
        run(story, told);
        assertThat(String.join("\n", told)).isEqualTo(expected(story));
    }

    private static String expected(String story) {
        var lines = new ArrayList<String>();
        for (String line : story.lines().toList()) {
            String[] columns = line.split("\\|", 3);
            if (!columns[0].isBlank()) {
                lines.add(columns[0].strip() + " " + columns[1].strip());
            }
            if (!columns[2].isBlank()) {
                lines.add("    " + columns[2].strip());
            }
        }
        return String.join("\n", lines);
    }

    /** Plays {@code log time | event | expected} and tells what came of it, arming aside. */
    private static LogSimulator run(String story, List<String> told) {
        var simulator = new LogSimulator();
        for (String line : story.lines().toList()) {
            String[] columns = line.split("\\|", 3);
            if (!columns[0].isBlank()) {
                String words = columns[1].strip();
                told.add(columns[0].strip() + " " + words);
                Instant at = at(columns[0].strip());
                List<CaseEvent> decided =
                        words.equals("tick") ? simulator.pass(at) : simulator.append(at, Events.of(words, at));
                decided.stream()
                        .map(EscalationDeciderTest::words)
                        .filter(Objects::nonNull)
                        .forEach(it -> told.add("    " + it));
            }
        }
        return simulator;
    }

    private static @Nullable String words(CaseEvent decided) {
        return switch (decided) {
            case ClockArmed _ -> null;
            case SlaWarned it -> "warned " + Events.clock(it.clock(), it.orderId());
            case SlaBreached it -> "breached " + Events.clock(it.clock(), it.orderId());
            case CaseEscalated it -> escalated(it);
            case CaseSupervised it -> "supervised: " + it.reason();
            default -> decided.toString();
        };
    }

    private static String escalated(CaseEscalated event) {
        var to = event.to().addressee();
        String text = "escalated to " + (to == null ? "nobody" : to.unit());
        return event.skipped().isEmpty()
                ? text
                : text + " past "
                        + String.join(
                                ", ",
                                event.skipped().stream().map(LadderStep::level).toList());
    }

    private static Instant at(String time) {
        return Instant.parse("2025-11-20T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }
}
