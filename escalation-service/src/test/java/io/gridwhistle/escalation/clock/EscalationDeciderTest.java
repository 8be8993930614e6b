package io.gridwhistle.escalation.clock;

import static io.gridwhistle.escalation.clock.Story.DISPATCHED;
import static io.gridwhistle.escalation.clock.Story.play;
import static io.gridwhistle.escalation.clock.Story.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.EscalationEvent.ClockArmed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
                                        it.warnings().getFirst().at().toString().substring(11, 16),
                                        it.deadline().toString().substring(11, 16))))
                .containsExactly(
                        "overall 16:00 18:00",
                        "accept 08:24 08:30",
                        "dispatch 08:08 08:10",
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
                08:20        | acknowledged #1 | breached acknowledge#1
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
                11:00        | tick            | breached acknowledge#1
                             |                 | escalated to secretary past l3
                             |                 | breached handle#1
                """);
    }

    @Test
    void anUnansweredCaseClimbsToTheTopAndIsThenSupervised() {
        play(DISPATCHED + """
                08:20 | tick                              | breached acknowledge#1
                      |                                   | escalated to secretary past l3
                08:20 | dispatched #2 secretary escalated |
                08:40 | tick                              | breached acknowledge#2
                      |                                   | escalated to centre
                08:40 | dispatched #3 centre escalated    |
                09:00 | tick                              | breached acknowledge#3
                      |                                   | supervised: the case is on top of the ladder
                10:40 | tick                              | breached handle#3
                      |                                   | supervised: the case is on top of the ladder
                18:00 | tick                              | supervised: still waiting: handle
                      |                                   | breached overall
                      |                                   | supervised: the overall clock has run out
                """);
    }

    @Test
    void acknowledgingIsNotHandling() {
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                10:00 | tick            | breached handle#1
                      |                 | escalated to secretary past l3
                """);
    }

    @Test
    void aDepartmentIsOnNoRungAboveItIsTheDistrict() {
        play("""
                08:00 | reported               |
                08:00 | accepted               |
                08:00 | dispatched #1 cleaning |
                08:20 | tick                   | breached acknowledge#1
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
                08:20 | tick                              | breached acknowledge#1
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
                08:30 | tick                               | breached accept
                      |                                    | supervised: nobody has answered in time: accept
                08:31 | accepted                           |
                08:31 | dispatched #1 chief                |
                08:40 | fed-back #1                        |
                08:40 | to-verify #1 1                     |
                08:40 | dispatched #2 secretary verification |
                09:40 | tick                               | breached verify#2
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
                08:20 | tick                              | breached acknowledge#1
                      |                                   | escalated to secretary past l3
                """);
    }

    @Test
    void nobodyIsLateWithAnOrderThatCameLate() {
        play("""
                08:00 | reported                      |
                08:00 | accepted                      |
                08:10 | tick                          | breached dispatch
                      |                               | supervised: nobody has answered in time: dispatch
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
                08:10 | tick     | breached dispatch
                      |          | supervised: nobody has answered in time: dispatch
                18:00 | tick     | supervised: still waiting: dispatch
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
                18:00 | tick                             | breached overall
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
                10:06 | tick                                | breached handle#2
                      |                                     | escalated to centre
                10:06 | dispatched #3 centre escalated      |
                10:26 | tick                                | breached acknowledge#3
                      |                                     | supervised: the case is on top of the ladder
                18:00 | tick                                | breached consultation
                      |                                     | supervised: nobody has answered in time: consultation
                      |                                     | breached handle#3
                      |                                     | supervised: the case is on top of the ladder
                      |                                     | breached overall
                      |                                     | supervised: the overall clock has run out
                """);
    }

    @Test
    void aReworkIsTimedAnewAndShorter() {
        play(DISPATCHED + """
                09:00 | fed-back #1                      | breached acknowledge#1
                      |                                  | escalated to secretary past l3
                09:00 | to-verify #1 1                   |
                09:00 | dispatched #2 secretary verification |
                09:30 | failed 1                         |
                09:30 | dispatched #3 chief rework       |
                09:40 | acknowledged #3                  |
                10:30 | tick                             | breached handle#3
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
                08:30 | followed-up    |
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
        List<SimulatedReader.Entry> once = run(story, new ArrayList<>()).log();
        assertThat(run(story, new ArrayList<>()).log()).isEqualTo(once);
        assertThat(once).extracting(SimulatedReader.Entry::id).doesNotHaveDuplicates();
    }
}
