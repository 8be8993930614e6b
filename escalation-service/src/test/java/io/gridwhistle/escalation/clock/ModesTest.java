package io.gridwhistle.escalation.clock;

import static io.gridwhistle.escalation.clock.Story.DISPATCHED;
import static io.gridwhistle.escalation.clock.Story.play;

import org.junit.jupiter.api.Test;

/**
 * What another operating mode does to clocks that run: with the times of {@link EscalationDeciderTest}, but acknowledged in 5
 * minutes, handled in 30 and verified in 4 hours in an emergency, and handled in an hour at a major event.
 */
class ModesTest {

    @Test
    void aStricterModeCountsFromWhenItBegins() {
        play(DISPATCHED + """
                08:10 | mode emergency  | mode acknowledge#1 until 08:15
                      |                 | mode handle#1 until 08:40
                08:14 | acknowledged #1 | warned acknowledge#1
                08:40 | tick            | breached handle#1
                      |                 | escalated to secretary past l3
                """);
    }

    @Test
    void aModeGivesNobodyMoreTimeThanHeHad() {
        play(DISPATCHED + """
                08:14 | acknowledged #1 |
                09:25 | mode emergency  | mode handle#1 until 09:55
                09:26 | mode ordinary   | mode-ended handle#1 until 10:00
                09:45 | mode emergency  | warned handle#1
                """);
    }

    @Test
    void whenItEndsAClockGoesBackToTheDeadlineThatItHad() {
        play(DISPATCHED + """
                08:10 | acknowledged #1           |
                08:10 | mode emergency - 08:30    | mode handle#1 until 08:40
                08:30 | tick                      | mode-ended handle#1 until 10:00
                10:00 | tick                      | breached handle#1
                      |                           | escalated to secretary past l3
                """);
    }

    @Test
    void whatRanOutMeanwhileStaysSo() {
        play(DISPATCHED + """
                08:10 | acknowledged #1           |
                08:10 | mode emergency - 09:00    | mode handle#1 until 08:40
                08:40 | tick                      | breached handle#1
                      |                           | escalated to secretary past l3
                09:00 | tick                      |
                10:00 | tick                      |
                """);
    }

    @Test
    void fromOneModeToAnotherIsAsFromTheOrdinaryOne() {
        play(DISPATCHED + """
                08:10 | acknowledged #1           |
                08:10 | mode emergency            | mode handle#1 until 08:40
                08:20 | mode major-event          | mode handle#1 until 09:20
                08:30 | mode ordinary             | mode-ended handle#1 until 10:00
                """);
    }

    @Test
    void whatBeginsInAModeIsAsItWasPrinted() {
        play("""
                08:00 | reported                              |
                08:00 | accepted                              |
                08:00 | mode emergency                        |
                08:01 | dispatched #1 chief accepted 08:31    |
                08:02 | acknowledged #1                       |
                08:10 | mode ordinary                         |
                08:31 | tick                                  | breached handle#1
                      |                                       | escalated to secretary past l3
                """);
    }

    @Test
    void aModeThatWasAnnouncedBeginsAtItsMoment() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:11 | mode emergency 08:20 08:30  |
                08:20 | tick                        | mode handle#1 until 08:50
                08:31 | tick                        | mode-ended handle#1 until 10:00
                """);
    }

    @Test
    void nobodyIsLateByAModeThatThisServiceHeardOfLate() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:11 | mode emergency 08:20        |
                09:20 | tick                        | mode handle#1 until 09:50
                """);
    }

    @Test
    void theSameModeSaidOnceMoreGivesNobodyMoreTime() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:10 | mode emergency              | mode handle#1 until 08:40
                08:30 | mode emergency - 12:00      |
                08:40 | tick                        | breached handle#1
                      |                             | escalated to secretary past l3
                """);
    }

    @Test
    void whatAModeTookIsGivenBackAlsoWhereItsEndIsReadLate() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:10 | mode emergency - 08:30      | mode handle#1 until 08:40
                09:30 | tick                        | mode-ended handle#1 until 10:00
                """);
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:10 | mode emergency - 08:45      | mode handle#1 until 08:40
                09:30 | tick                        | breached handle#1
                      |                             | escalated to secretary past l3
                """);
    }

    @Test
    void whoExtendsAClockKnowsWhatModeHolds() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:10 | mode emergency              | mode handle#1 until 08:40
                08:20 | extended 12:00              | extended handle#1 until 12:00
                      |                             | extended handle#1 until 12:00
                08:30 | mode ordinary               |
                08:40 | mode emergency              | mode handle#1 until 09:10
                """);
    }

    @Test
    void whatStandsStillIsShortenedWhenItGoesOn() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                08:10 | suspended 09:00             | suspended until 09:00
                      |                             | paused handle#1 with PT1H50M left
                08:30 | mode emergency              |
                09:00 | tick                        | resumed
                      |                             | resumed handle#1 until 10:50
                      |                             | mode handle#1 until 09:30
                """);
    }
}
