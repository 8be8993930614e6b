package io.gridwhistle.escalation.clock;

import static io.gridwhistle.escalation.clock.Story.DISPATCHED;
import static io.gridwhistle.escalation.clock.Story.play;

import org.junit.jupiter.api.Test;

/** Who is called again, how often, and until when: every 4 hours, 10 times at most. */
class SupervisionTest {
    /** Nobody is above the centre. */
    private static final String ON_TOP = """
            08:00 | reported             |
            08:00 | accepted             |
            08:00 | dispatched #1 centre |
            08:10 | acknowledged #1      |
            10:00 | tick                 | breached handle#1
                  |                      | supervised: the case is on top of the ladder
            """;

    @Test
    void onTopTheAlarmIsRepeatedUntilSomebodyAnswers() {
        play(ON_TOP + """
                13:59 | tick          |
                14:00 | tick          | supervised: still waiting: handle
                16:00 | tick          | warned overall
                17:00 | fed-back #1   |
                17:59 | tick          |
                """);
    }

    @Test
    void whereNobodyUpThereIsAskedTheAlarmIsRaised() {
        play(DISPATCHED + """
                08:10 | acknowledged #1             |
                10:00 | tick                        | breached handle#1
                      |                             | escalated to secretary past l3
                13:59 | tick                        |
                14:00 | tick                        | supervised: still waiting: handle
                14:10 | dispatched #2 secretary escalated |
                14:30 | tick                        | breached acknowledge#2
                      |                             | escalated to centre
                14:31 | dispatched #3 centre escalated |
                14:32 | acknowledged #3             |
                16:00 | tick                        | warned overall
                """);
    }

    @Test
    void whoMayAcknowledgeLateMustStillHandleInTime() {
        play("""
                08:00 | reported noise       |
                08:00 | accepted             |
                08:00 | dispatched #1 chief  |
                08:20 | tick                 | breached acknowledge#1
                10:00 | tick                 | breached handle#1
                      |                      | escalated to secretary past l3
                """);
    }

    @Test
    void whatAnOutageHasPassedOverIsNotMadeUpFor() {
        play(ON_TOP + """
                1T08:00 | tick        | supervised: still waiting: handle
                        |             | breached overall
                        |             | supervised: the overall clock has run out
                1T09:59 | tick        |
                1T10:00 | tick        | supervised: still waiting: handle
                        |             | supervised: still waiting: overall
                """);
    }

    @Test
    void theAlarmFallsSilentAfterAWhile() {
        var story = new StringBuilder("""
                08:00 | reported |
                08:30 | tick     | breached accept
                      |          | supervised: nobody has answered in time: accept
                """);
        for (int i = 1; i < 10; i++) {
            story.append("%dT08:00 | tick | ".formatted(i)).append(i == 1 ? """
                    supervised: still waiting: accept
                          |          | breached overall
                          |          | supervised: the overall clock has run out
                    """ : """
                    supervised: still waiting: accept
                          |          | supervised: still waiting: overall
                    """);
        }
        play(story + """
                10T08:00 | tick | supervised: still waiting: overall
                11T08:00 | tick |
                """);
    }

    @Test
    void aDeskHearsOfTheCaseOnTheDayThatItNamed() {
        play(DISPATCHED + """
                08:10 | acknowledged #1  |
                08:20 | supervised 09:00 |
                09:00 | tick             | supervised: to be followed up: press interest
                09:10 | fed-back #1      |
                13:00 | tick             | supervised: to be followed up: press interest
                13:10 | withdrawn        |
                17:00 | tick             |
                """);
    }

    @Test
    void aLaterDayTakesThePlaceOfAnEarlierOne() {
        play(DISPATCHED + """
                08:10 | acknowledged #1  |
                08:20 | supervised 09:00 |
                08:30 | supervised 09:30 |
                08:40 | supervised       |
                09:00 | tick             |
                09:30 | tick             | supervised: to be followed up: press interest
                """);
    }

    @Test
    void aCaseIsSentToEachRungOnceUntilPeopleHaveDecidedAboutIt() {
        play(DISPATCHED + """
                08:20 | tick                              | breached acknowledge#1
                      |                                   | escalated to secretary past l3
                08:20 | dispatched #2 secretary escalated |
                08:30 | returned #2                       |
                08:30 | dispatched #3 cleaning returned   |
                08:50 | tick                              | breached acknowledge#3
                      |                                   | escalated to centre
                08:50 | dispatched #4 centre escalated    |
                08:55 | returned #4                       |
                08:55 | dispatched #5 cleaning returned   |
                09:15 | tick                              | breached acknowledge#5
                      |                                   | supervised: the case is on top of the ladder
                09:20 | decided chief                     |
                09:20 | dispatched #6 chief decided       |
                09:40 | tick                              | breached acknowledge#6
                      |                                   | escalated to secretary past l3
                """);
    }
}
