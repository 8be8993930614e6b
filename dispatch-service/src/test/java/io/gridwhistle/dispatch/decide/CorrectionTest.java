package io.gridwhistle.dispatch.decide;

import org.junit.jupiter.api.Test;

/** A lamp is acknowledged in 1 hour, handled in 4; what is over by when stays as it was at the report. */
class CorrectionTest {
    private static final String ACCEPTED = """
            08:00 | reported |
            08:00 | accepted | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                  |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
            """;

    @Test
    void anotherPlaceAndAnotherClassAreRoutedOnce() {
        play(ACCEPTED + """
                08:30 | moved B lamp | west.street-office: #1 withdrawn, the case's place or class was corrected
                      |              | city.inspection: #2 withdrawn, the case's place or class was corrected
                      |              | west.street-office: street-office asked as lead #3 (corrected) acknowledge 09:30 handle 12:30 overall 18:00
                08:31 | moved B lamp | west.street-office: #3 supplemented
                08:32 | reclassed lamp | west.street-office: #3 supplemented
                """);
    }

    @Test
    void theSamePlaceAgainIsASupplement() {
        play(ACCEPTED + """
                08:30 | moved A litter | west.street-office: #1 supplemented
                      |                | city.inspection: #2 supplemented
                """);
    }

    @Test
    void itIsAnotherQuestionSoEverybodyMayBeAsked() {
        play(ACCEPTED + """
                08:10 | returned #1    | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |                | west.street-office: a-chief asked as first-receiver #4 (returned) overall 18:00
                08:20 | reclassed lamp | city.inspection: #2 withdrawn, the case's place or class was corrected
                      |                | west.cleaning: #3 withdrawn, the case's place or class was corrected
                      |                | west.street-office: #4 withdrawn, the case's place or class was corrected
                      |                | west.street-office: a-chief asked as lead #5 (corrected) acknowledge 09:20 handle 12:20 overall 18:00
                08:30 | returned #5    | west.street-office: street-office asked as lead #6 (returned) acknowledge 09:30 handle 12:30 overall 18:00
                      |                | west.street-office: a-chief asked as first-receiver #7 (returned) overall 18:00
                """);
    }

    @Test
    void whatCrossesItIsVoid() {
        play("""
                08:00 | reported       |
                08:00 | accepted       | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                      |                | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
                08:00 | meanwhile moved B | west.street-office: #1 withdrawn, the case's place or class was corrected
                      |                | city.inspection: #2 withdrawn, the case's place or class was corrected
                      |                | west.street-office: street-office asked as lead #3 (corrected) acknowledge 08:20 handle 10:00 overall 18:00
                      |                | city.inspection: inspection asked as supervisor #4 (corrected) overall 18:00
                08:05 | returned #1    |
                08:06 | escalated street-office #1 |
                """);
    }

    @Test
    void whatWaitsAtTheDeskIsRoutedByWhatItTurnedOutToBe() {
        play("""
                08:00 | reported       |
                08:10 | moved B lamp   |
                08:20 | accepted       | west.street-office: street-office asked as lead #1 (accepted) acknowledge 09:20 handle 12:20 overall 18:00
                """);
    }

    @Test
    void whatIsSolvedIsOnlyPutRight() {
        play(ACCEPTED + """
                09:00 | fed-back #1    |
                09:00 | to-verify #1 1 | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                09:10 | moved B        | city.inspection: #2 supplemented
                      |                | west.street-office: #3 supplemented
                09:30 | passed 1 street-office |
                09:30 | closed 1       | city.inspection: #2 withdrawn, the case is closed
                09:40 | reclassed lamp |
                12:00 | reopened       | west.street-office: street-office asked as lead #4 (reopened) acknowledge 13:00 handle 16:00 overall 04:00
                """);
    }

    @Test
    void whatWasSolvedBadlyAndIsAnotherCaseByNowIsRoutedAnew() {
        play(ACCEPTED + """
                09:00 | fed-back #1            |
                09:00 | to-verify #1 1 | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                09:10 | moved B lamp   | city.inspection: #2 supplemented
                      |                | west.street-office: #3 supplemented
                09:30 | failed 1 street-office | city.inspection: #2 withdrawn, the case's place or class was corrected
                      |                        | west.street-office: street-office asked as lead #4 (corrected) acknowledge 10:30 handle 13:30 overall 18:00
                """);
    }

    private static void play(String story) {
        DispatchStory.play(DispatchDeciderTest.CITY, 'A', story);
    }
}
