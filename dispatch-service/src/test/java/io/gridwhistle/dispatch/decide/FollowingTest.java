package io.gridwhistle.dispatch.decide;

import org.junit.jupiter.api.Test;

/** Reports of the same thing, on the city of {@link DispatchDeciderTest}; other cases go by a letter. */
class FollowingTest {
    private static final String ACCEPTED = """
            08:00 | reported |
            08:00 | accepted | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                  |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
            """;
    private static final String LINKED = ACCEPTED + """
            08:01 | linked f | f: joined by link 1
                  |          | west.street-office: #1 withdrawn, the case follows case f0000000000000000000000000
                  |          | city.inspection: #2 withdrawn, the case follows case f0000000000000000000000000
            """;

    @Test
    void whoFollowsAsksNobodyAndIsClosedWithoutAWord() {
        play(LINKED + """
                08:02 | acknowledged #1 |
                08:03 | escalated street-office |
                08:04 | redispatched cleaning |
                09:00 | answered f 1 |
                """);
    }

    @Test
    void whatIsAddedToAFollowerIsToldTheFirst() {
        play(LINKED + """
                08:05 | supplemented        | f: supplemented by link 1
                08:06 | reported otherwise  | f: supplemented by link 1
                """);
    }

    @Test
    void aCaseThatADeskSplitsIsAskedAfterAnewAndTheFirstHearsOfIt() {
        play(LINKED + """
                08:30 | split f | f: left link 1
                      |         | west.street-office: a-chief asked as lead #3 (unlinked) acknowledge 08:50 handle 10:30 overall 18:00
                      |         | city.inspection: inspection asked as supervisor #4 (unlinked) overall 18:00
                """);
    }

    @Test
    void whoHasReturnedItBeforeIsNotAskedAgain() {
        play(ACCEPTED + """
                08:10 | returned #1 | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |             | west.street-office: a-chief asked as first-receiver #4 (returned) overall 18:00
                08:11 | linked f    | f: joined by link 1
                      |             | city.inspection: #2 withdrawn, the case follows case f0000000000000000000000000
                      |             | west.cleaning: #3 withdrawn, the case follows case f0000000000000000000000000
                      |             | west.street-office: #4 withdrawn, the case follows case f0000000000000000000000000
                08:12 | split f     | f: left link 1
                      |             | west.cleaning: cleaning asked as lead #5 (unlinked) acknowledge 08:32 handle 10:12 overall 18:00
                      |             | city.inspection: inspection asked as supervisor #6 (unlinked) overall 18:00
                """);
    }

    @Test
    void whomTheFirstReleasesGoesItsOwnWayAndAnswersNothing() {
        play(LINKED + """
                08:30 | released f 1 | west.street-office: a-chief asked as lead #3 (unlinked) acknowledge 08:50 handle 10:30 overall 18:00
                      |              | city.inspection: inspection asked as supervisor #4 (unlinked) overall 18:00
                08:31 | released f 1 |
                """);
    }

    @Test
    void whomTheCentreHadPlacedGoesBackToTheCentreWhenTheFirstReleasesIt() {
        play(ACCEPTED + """
                08:10 | redispatched cleaning | west.street-office: #1 withdrawn, the centre decided otherwise
                      |                       | city.inspection: #2 withdrawn, the centre decided otherwise
                      |                       | west.cleaning: cleaning asked as lead #3 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                       | west.street-office: a-chief asked as first-receiver #4 (decided) overall 18:00
                08:20 | linked f              | f: joined by link 1
                      |                       | west.cleaning: #3 withdrawn, the case follows case f0000000000000000000000000
                      |                       | west.street-office: #4 withdrawn, the case follows case f0000000000000000000000000
                08:30 | released f 1          | case-log: consultation at west-centre with []: the case that it followed has let go of it
                      |                       | west.west-centre: west-centre asked as lead #5 (consultation) acknowledge 08:50 handle 10:30 overall 18:00
                      |                       | west.street-office: a-chief asked as first-receiver #6 (consultation) overall 18:00
                """);
    }

    @Test
    void whoseFirstHasEndedFollowsTheNextOne() {
        play(LINKED + """
                08:30 | linked g 1 | g: joined by link 2
                08:31 | released f 1 |
                """);
    }

    @Test
    void aFollowerThatIsWithdrawnIsForgotten() {
        play(LINKED + """
                08:30 | withdrawn | f: left link 1
                """);
    }

    @Test
    void theFirstsUnitsHearOfEveryReport() {
        play(ACCEPTED + """
                08:01 | joined a 1 | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:02 | added a 1  | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:03 | left a 1   |
                08:04 | added a 1  |
                """);
    }

    @Test
    void whenTheFirstIsWithdrawnTheEldestGoesOnAndTheOthersFollowIt() {
        play(ACCEPTED + """
                08:01 | joined c 1 | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:02 | joined a 1 | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:03 | joined b 2 | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:04 | withdrawn  | c: released from link 1, the case was withdrawn
                      |            | a: linked to c instead of 1, the case was withdrawn
                      |            | b: linked to c instead of 2, the case was withdrawn
                      |            | west.street-office: #1 withdrawn, the case was withdrawn
                      |            | city.inspection: #2 withdrawn, the case was withdrawn
                08:05 | joined d 1 | d: released from link 1, the case cannot be followed: it is 'withdrawn'
                """);
    }

    @Test
    void whenTheFirstIsCorrectedItGoesAloneAndTheEldestGoesOnInItsPlace() {
        play(ACCEPTED + """
                08:01 | joined c 1 | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:02 | joined a 1 | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:03 | moved A    | west.street-office: #1 supplemented
                      |            | city.inspection: #2 supplemented
                08:04 | moved B    | c: released from link 1, the case's place or class was corrected
                      |            | a: linked to c instead of 1, the case's place or class was corrected
                      |            | west.street-office: #1 withdrawn, the case's place or class was corrected
                      |            | city.inspection: #2 withdrawn, the case's place or class was corrected
                      |            | west.street-office: street-office asked as lead #3 (corrected) acknowledge 08:24 handle 10:04 overall 18:00
                      |            | city.inspection: inspection asked as supervisor #4 (corrected) overall 18:00
                08:05 | joined d 1 earlier | d: released from link 1, the case cannot be followed: it was corrected or split off
                08:06 | joined e 1 | west.street-office: #3 supplemented
                      |            | city.inspection: #4 supplemented
                """);
    }

    @Test
    void whatWasCorrectedWhileItWasHandledIsLeftByItsFollowersWhenItWasNotDone() {
        play(ACCEPTED + """
                08:01 | joined c 1             | west.street-office: #1 supplemented
                      |                        | city.inspection: #2 supplemented
                08:10 | fed-back #1            |
                08:10 | to-verify #1 1         | west.street-office: street-office asked as verifier #3 (verification) verify 09:10 overall 18:00
                08:20 | moved B                | city.inspection: #2 supplemented
                      |                        | west.street-office: #3 supplemented
                08:30 | failed 1 street-office | city.inspection: #2 withdrawn, the case's place or class was corrected
                      |                        | west.street-office: street-office asked as lead #4 (corrected) acknowledge 08:50 handle 10:30 overall 18:00
                      |                        | city.inspection: inspection asked as supervisor #5 (corrected) overall 18:00
                      |                        | c: released from link 1, the case's place or class was corrected
                """);
    }

    @Test
    void aFollowerThatIsCorrectedIsRoutedByItselfAndTheFirstHearsOfIt() {
        play(LINKED + """
                08:30 | moved B lamp | f: left link 1
                      |              | west.street-office: street-office asked as lead #3 (corrected) acknowledge 09:30 handle 12:30 overall 18:00
                08:31 | released f 1 |
                08:32 | answered f 1 |
                08:33 | linked g 1   |
                """);
    }

    @Test
    void nobodyIsLeftWaitingForACaseThatCannotBeFollowed() {
        play("""
                08:00 | joined a 1 | a: released from link 1, the case cannot be followed: there is no such case
                08:00 | reported   |
                08:01 | joined b 1 | b: released from link 1, the case cannot be followed: it is 'reported'
                """);
        play(LINKED + """
                08:02 | joined b 1 | b: released from link 1, the case cannot be followed: it is 'following'
                """);
    }

    @Test
    void whatWasDispatchedWhileTheLinkWasUnderWayIsTakenBack() {
        play("""
                08:00 | reported |
                08:00 | accepted | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                      |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
                08:00 | meanwhile linked f | f: joined by link 1
                      |          | west.street-office: #1 withdrawn, the case follows case f0000000000000000000000000
                      |          | city.inspection: #2 withdrawn, the case follows case f0000000000000000000000000
                """);
    }

    private static void play(String story) {
        DispatchStory.play(DispatchDeciderTest.CITY, 'A', story);
    }
}
