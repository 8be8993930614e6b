package io.gridwhistle.escalation.clock;

import static io.gridwhistle.escalation.clock.Story.DISPATCHED;
import static io.gridwhistle.escalation.clock.Story.play;

import org.junit.jupiter.api.Test;

/**
 * What stops a clock, moves it, or must not: with the times of {@link EscalationDeciderTest}. A suspension may last 30 days
 * at most, and a clock be extended once, by 7 days at most.
 */
class ClockRulesTest {

    @Test
    void aSuspensionStopsTheHandleClockAloneAndEndsByItselfWithTheTimeThatWasLeft() {
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                08:30 | suspended 12:00 | suspended until 12:00
                      |                 | paused handle#1 with PT1H30M left
                11:59 | tick            |
                12:07 | tick            | resumed
                      |                 | resumed handle#1 until 13:30
                13:06 | tick            | warned handle#1
                13:29 | tick            |
                13:30 | tick            | breached handle#1
                      |                 | escalated to secretary past l3
                18:00 | tick            | supervised: still waiting: handle
                      |                 | breached overall
                      |                 | supervised: the overall clock has run out
                """);
    }

    @Test
    void aHandleClockIsSuspendedNoMoreOftenThanThePolicySays() {
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                08:20 | suspended 09:00 | suspended until 09:00
                      |                 | paused handle#1 with PT1H40M left
                09:00 | suspended 10:00 | resumed
                      |                 | resumed handle#1 until 10:40
                      |                 | suspended until 10:00
                      |                 | paused handle#1 with PT1H40M left
                10:00 | suspended 11:00 | resumed
                      |                 | resumed handle#1 until 11:40
                      |                 | suspended until 11:00
                      |                 | paused handle#1 with PT1H40M left
                11:00 | suspended 12:00 | resumed
                      |                 | resumed handle#1 until 12:40
                      |                 | refused: not-allowed
                """);
    }

    /** Desks and policies may name a moment between two milliseconds; log time knows none. */
    @Test
    void whatIsNamedBetweenTwoMillisecondsComesAllTheSame() {
        play(DISPATCHED + """
                08:10 | acknowledged #1          |
                08:30 | suspended 09:00:00.000500 | suspended until 09:00
                      |                          | paused handle#1 with PT1H30M left
                09:00 | tick                     | resumed
                      |                          | resumed handle#1 until 10:30
                09:10 | extended 12:00:00.000999 | extended handle#1 until 12:00
                      |                          | extended handle#1 until 12:00
                09:20 | supervised 09:30:00.000001 |
                09:30 | tick                     | supervised: to be followed up: press interest
                12:00 | tick                     | breached handle#1
                      |                          | escalated to secretary past l3
                """);
    }

    @Test
    void aDeskResumesItEarlier() {
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                08:30 | suspended 12:00 | suspended until 12:00
                      |                 | paused handle#1 with PT1H30M left
                09:00 | resumed         | resumed handle#1 until 10:30
                10:29 | fed-back #1     | warned handle#1
                12:00 | tick            |
                """);
    }

    /** At four in the afternoon of a Thursday in Zhengzhou; the office closes at six and opens at nine. */
    @Test
    void whatIsCountedInWorkingHoursGoesOnInWorkingHours() {
        play("""
                08:00   | reported paperwork                   |
                08:00   | accepted                             |
                08:00   | dispatched #1 chief accepted 1T03:00 |
                08:05   | acknowledged #1                      |
                09:00   | suspended 4T05:00                    | suspended until 4T05:00
                        |                                      | paused handle#1 with PT3H left
                4T05:00 | tick                                 | resumed
                        |                                      | resumed handle#1 until 4T09:00
                4T08:30 | tick                                 | warned handle#1
                4T09:00 | tick                                 | breached handle#1
                        |                                      | escalated to secretary past l3
                """);
    }

    @Test
    void acknowledgingIsTimedWhileTheCaseIsSuspended() {
        play(DISPATCHED + """
                08:10 | suspended 12:00 | suspended until 12:00
                      |                 | paused handle#1 with PT1H50M left
                08:20 | tick            | breached acknowledge#1
                      |                 | escalated to secretary past l3
                """);
    }

    @Test
    void whoIsAskedWhileTheCaseIsSuspendedBeginsToHandleItAfterwards() {
        play(DISPATCHED + """
                08:10 | suspended 12:00                 | suspended until 12:00
                      |                                 | paused handle#1 with PT1H50M left
                09:00 | returned #1                     | breached acknowledge#1
                      |                                 | escalated to secretary past l3
                09:00 | dispatched #2 cleaning returned | paused handle#2 with PT2H left
                09:05 | acknowledged #2                 |
                12:00 | tick                            | resumed
                      |                                 | resumed handle#2 until 14:00
                13:59 | fed-back #2                     | warned handle#2
                """);
    }

    @Test
    void whatIsHandledIsSuspendedNoMore() {
        play(DISPATCHED + """
                08:10 | acknowledged #1            |
                08:30 | suspended 12:00            | suspended until 12:00
                      |                            | paused handle#1 with PT1H30M left
                09:00 | fed-back #1                |
                09:00 | to-verify #1 1             |
                09:30 | failed 1                   |
                09:30 | dispatched #2 chief rework |
                09:40 | acknowledged #2            |
                10:30 | tick                       | breached handle#2
                      |                            | escalated to secretary past l3
                12:00 | tick                       |
                """);
    }

    @Test
    void aSuspensionOutlastsADecisionOfTheCentre() {
        play(DISPATCHED + """
                08:10 | acknowledged #1                 |
                08:30 | suspended 12:00                 | suspended until 12:00
                      |                                 | paused handle#1 with PT1H30M left
                09:00 | decided cleaning                |
                09:00 | dispatched #2 cleaning decided  | paused handle#2 with PT2H left
                09:10 | acknowledged #2                 |
                12:00 | tick                            | resumed
                      |                                 | resumed handle#2 until 14:00
                """);
    }

    @Test
    void aSuspensionIsRefusedWhereItMayNotBe() {
        play("""
                08:00        | reported              |
                08:00        | accepted              |
                08:00        | suspended 12:00       | refused: no-clock
                08:00        | dispatched #1 chief   |
                08:01        | acknowledged #1       |
                08:02        | suspended 08:02       | refused: not-later
                08:02        | suspended 30T08:02:00.001 | refused: too-long
                08:02        | suspended 30T08:02    | suspended until 30T08:02
                             |                       | paused handle#1 with PT1H58M left
                08:03        | suspended 12:00       | refused: suspended
                """);
        play(DISPATCHED + """
                08:01        | acknowledged #1       |
                10:00        | suspended 12:00       | breached handle#1
                             |                       | escalated to secretary past l3
                             |                       | refused: too-late
                """);
        play(DISPATCHED + """
                08:01        | acknowledged #1       |
                09:59:59.999 | suspended 12:00       | warned handle#1
                             |                       | suspended until 12:00
                             |                       | paused handle#1 with PT0.001S left
                12:00        | tick                  | resumed
                             |                       | resumed handle#1 until 12:00:00.001
                12:00:00.001 | tick                  | breached handle#1
                             |                       | escalated to secretary past l3
                """);
    }

    @Test
    void anExtensionMovesTheHandleClock() {
        play(DISPATCHED + """
                08:10 | acknowledged #1  |
                09:36 | tick             | warned handle#1
                09:50 | extended 18:00   | extended handle#1 until 18:00
                      |                  | extended handle#1 until 18:00
                16:00 | tick             | warned handle#1
                      |                  | warned overall
                17:59 | fed-back #1      |
                """);
    }

    @Test
    void anExtensionIsRefusedWhereItMayNotBe() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                09:00 | extended 10:00              | refused: not-later
                09:00 | extended 7T10:00:00.001     | refused: too-long
                09:00 | extended 12:00              | extended handle#1 until 12:00
                      |                             | extended handle#1 until 12:00
                09:10 | extended 13:00              | refused: not-allowed
                12:00 | extended 13:00              | breached handle#1
                      |                             | escalated to secretary past l3
                      |                             | refused: too-late
                """);
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                08:30 | suspended 12:00 | suspended until 12:00
                      |                 | paused handle#1 with PT1H30M left
                09:00 | extended 18:00  | refused: suspended
                """);
    }

    @Test
    void aReworkMayBeExtendedAgain() {
        play(DISPATCHED + """
                08:10 | acknowledged #1            |
                09:00 | extended 12:00             | extended handle#1 until 12:00
                      |                            | extended handle#1 until 12:00
                09:10 | fed-back #1                |
                09:10 | to-verify #1 1             |
                09:30 | failed 1                   |
                09:30 | dispatched #2 chief rework |
                09:40 | acknowledged #2            |
                10:00 | extended 11:00             | extended handle#2 until 11:00
                      |                            | extended handle#2 until 11:00
                """);
    }

    @Test
    void nothingElseMovesAClock() {
        play(DISPATCHED + """
                08:10 | acknowledged #1 |
                08:30 | supplemented    |
                08:40 | supervised      |
                10:00 | tick            | breached handle#1
                      |                 | escalated to secretary past l3
                """);
    }

    @Test
    void aConsultationHasAClockOfItsOwn() {
        play(DISPATCHED + """
                08:10 | returned #1                    |
                08:10 | consulted                      |
                10:34 | tick                           | warned consultation
                11:10 | tick                           | breached consultation
                      |                                | supervised: nobody has answered in time: consultation
                11:20 | decided cleaning               |
                11:20 | dispatched #2 cleaning decided |
                """);
    }

    @Test
    void aClosedCaseIsToBeFollowedUp() {
        play(CLOSED + """
                1T08:20 | tick           | breached follow-up
                        |                | supervised: nobody has answered in time: follow-up
                1T08:30 | followed-up    |
                2T08:20 | tick           |
                """);
        play(CLOSED + """
                10:00   | followed-up    |
                1T08:20 | tick           |
                """);
    }

    @Test
    void whoHasSaidHimselfHowItWentNeedNotBeAsked() {
        play(CLOSED + """
                10:00   | scored         |
                1T08:20 | tick           |
                """);
        play(CLOSED + """
                10:00   | reopened       |
                1T08:20 | withdrawn      | breached dispatch
                        |                | supervised: nobody has answered in time: dispatch
                        |                | breached overall
                        |                | supervised: the overall clock has run out
                """);
    }

    @Test
    void theEndEndsAllClocks() {
        play(DISPATCHED + """
                08:10   | acknowledged #1 |
                08:30   | suspended 12:00 | suspended until 12:00
                        |                 | paused handle#1 with PT1H30M left
                08:40   | withdrawn       |
                2T08:00 | tick            |
                """);
    }

    private static final String CLOSED = DISPATCHED + """
            08:10   | fed-back #1    |
            08:10   | to-verify #1 1 |
            08:20   | passed 1       |
            08:20   | closed 1       |
            """;
}
