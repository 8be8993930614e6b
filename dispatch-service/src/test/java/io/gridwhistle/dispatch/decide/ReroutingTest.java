package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.log.streams.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** X changes hands: in the first version of the boundaries it is the west's, in the second the east's. */
class ReroutingTest {
    private static final String UNITS = """
            west-centre  west district-centre
            east-centre  east district-centre
            north-street west street
            south-street west street
            cleaning     west department
            sweeping     east department
            inspection   city department
            task-force   city task-force
            secretary    city task-force
            """;
    private static final String MATRIX = """
            litter west owner      cleaning
            litter west supervisor inspection
            litter east owner      sweeping
            """;

    private static final TestCity FIRST = city("A X B", """
            AXB city city
            AX  west district parent=city chief=west-centre district=west
            B   east district parent=city chief=east-centre district=east
            AX  a    micro    parent=west chief=a-chief
            B   b    micro    parent=east chief=b-chief
            """);
    private static final TestCity SECOND = city("A X B", """
            AXB city city
            A   west district parent=city chief=west-centre district=west
            XB  east district parent=city chief=east-centre district=east
            A   a    micro    parent=west chief=a-chief
            XB  b    micro    parent=east chief=b-chief
            """);

    private static final String ACCEPTED = """
            08:00 | reported |
            08:00 | accepted | west.west-centre: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                  |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
            """;
    private static final String MOVED = ACCEPTED + """
            09:00 | rerouting 2 | case-log: goes elsewhere by v2
                  |             | west.west-centre: #1 withdrawn, the boundaries have changed
                  |             | city.inspection: #2 withdrawn, the boundaries have changed
                  |             | east.east-centre: b-chief asked as lead #3 (boundaries-changed) acknowledge 09:20 handle 11:00 overall 18:00
            """;

    @Test
    void aCaseOnGroundThatChangedHandsGoesToItsNewOwner() {
        List<Decision.Emission> emissions = play('X', MOVED);
        assertThat(emissions)
                .extracting(it -> it.envelope().event())
                .filteredOn(CaseDispatched.class::isInstance)
                .extracting(it -> ((CaseDispatched) it).decision().gridSet())
                .containsExactly("v1", "v2");
    }

    @Test
    void aCaseOnGroundThatDidNotStaysWhereItIs() {
        play('A', ACCEPTED + "09:00 | rerouting 2 |");
    }

    @Test
    void withoutReroutingItStaysAndGoesOnByTheRecordItHas() {
        play('X', ACCEPTED + """
                09:00 | activated 2            |
                09:10 | returned #1            | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 09:30 handle 11:10 overall 18:00
                      |                        | west.west-centre: a-chief asked as first-receiver #4 (returned) overall 18:00
                09:20 | escalated west-centre  | west.cleaning: #3 escalated to west-centre
                      |                        | west.west-centre: west-centre asked as lead #5 (escalated) acknowledge 09:40 handle 11:20 overall 18:00
                """);
    }

    @Test
    void whatIsReportedAfterwardsIsRoutedByWhatIsInForceThen() {
        play('X', """
                08:00 | reported    |
                08:10 | activated 2 |
                08:20 | accepted    | east.east-centre: b-chief asked as lead #1 (accepted) acknowledge 08:40 handle 10:20 overall 18:00
                """);
    }

    @Test
    void whatPeopleHavePlacedStaysWhereTheyPutIt() {
        play('X', ACCEPTED + """
                08:10 | redispatched cleaning | west.west-centre: #1 withdrawn, the centre decided otherwise
                      |                       | city.inspection: #2 withdrawn, the centre decided otherwise
                      |                       | west.cleaning: cleaning asked as lead #3 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                       | west.west-centre: a-chief asked as first-receiver #4 (decided) overall 18:00
                09:00 | rerouting 2           |
                09:10 | escalated west-centre | west.cleaning: #3 escalated to west-centre
                      |                       | west.west-centre: west-centre asked as lead #5 (escalated) acknowledge 09:30 handle 11:10 overall 18:00
                09:20 | rerouting 2           |
                """);
    }

    @Test
    void whatPeopleTalkAboutStaysWithThem() {
        play('X', ACCEPTED + """
                08:10 | returned #1 | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |             | west.west-centre: a-chief asked as first-receiver #4 (returned) overall 18:00
                08:20 | returned #3 | case-log: consultation at west-centre with [a-chief, cleaning]: it was returned 2 times
                      |             | west.west-centre: west-centre asked as lead #5 (consultation) acknowledge 08:40 handle 10:20 overall 18:00
                      |             | west.west-centre: a-chief asked as co-handler #6 (consultation) overall 18:00
                      |             | west.cleaning: cleaning asked as co-handler #7 (consultation) overall 18:00
                09:00 | rerouting 2 |
                """);
    }

    @Test
    void whatIsSolvedOrOverStaysWhereItIs() {
        play('X', ACCEPTED + """
                08:10 | fed-back #1 |
                09:00 | rerouting 2 |
                """);
        play('X', ACCEPTED + """
                08:10 | withdrawn   | west.west-centre: #1 withdrawn, the case was withdrawn
                      |             | city.inspection: #2 withdrawn, the case was withdrawn
                09:00 | rerouting 2 |
                """);
    }

    @Test
    void aCaseThatWasReopenedMayMoveThoughPeopleHadPlacedItBefore() {
        play('X', ACCEPTED + """
                08:10 | redispatched cleaning | west.west-centre: #1 withdrawn, the centre decided otherwise
                      |                       | city.inspection: #2 withdrawn, the centre decided otherwise
                      |                       | west.cleaning: cleaning asked as lead #3 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                       | west.west-centre: a-chief asked as first-receiver #4 (decided) overall 18:00
                08:20 | fed-back #3    | west.west-centre: #4 withdrawn, another unit has solved the case
                08:20 | to-verify #3 1 | west.west-centre: a-chief asked as verifier #5 (verification) verify 09:20 overall 18:00
                08:30 | passed 1 west-centre |
                08:30 | closed 1       |
                09:00 | reopened       | west.west-centre: a-chief asked as lead #6 (reopened) acknowledge 09:20 handle 11:00 overall 19:00
                      |                | city.inspection: inspection asked as supervisor #7 (reopened) overall 19:00
                10:00 | rerouting 2    | case-log: goes elsewhere by v2
                      |                | west.west-centre: #6 withdrawn, the boundaries have changed
                      |                | city.inspection: #7 withdrawn, the boundaries have changed
                      |                | east.east-centre: b-chief asked as lead #8 (boundaries-changed) acknowledge 10:20 handle 12:00 overall 19:00
                """);
    }

    @Test
    void aFollowerGoesWithItsFirstAndOnceSplitOffByWhatIsInForce() {
        play('X', ACCEPTED + """
                08:05 | redispatched cleaning | west.west-centre: #1 withdrawn, the centre decided otherwise
                      |                       | city.inspection: #2 withdrawn, the centre decided otherwise
                      |                       | west.cleaning: cleaning asked as lead #3 (decided) acknowledge 08:25 handle 10:05 overall 18:00
                      |                       | west.west-centre: a-chief asked as first-receiver #4 (decided) overall 18:00
                08:10 | linked f    | f: joined by link 1
                      |             | west.cleaning: #3 withdrawn, the case follows case f0000000000000000000000000
                      |             | west.west-centre: #4 withdrawn, the case follows case f0000000000000000000000000
                09:00 | rerouting 2 |
                09:10 | split f     | f: left link 1
                      |             | east.east-centre: b-chief asked as lead #5 (unlinked) acknowledge 09:30 handle 11:10 overall 18:00
                10:00 | rerouting 1 | case-log: goes elsewhere by v1
                      |             | east.east-centre: #5 withdrawn, the boundaries have changed
                      |             | west.west-centre: a-chief asked as lead #6 (boundaries-changed) acknowledge 10:20 handle 12:00 overall 18:00
                      |             | city.inspection: inspection asked as supervisor #7 (boundaries-changed) overall 18:00
                """);
    }

    @Test
    void anAnswerThatCrossesTheChangeCounts() {
        play('X', ACCEPTED + """
                09:00 | rerouting 2           | case-log: goes elsewhere by v2
                09:00 | meanwhile fed-back #1 |
                """);
    }

    @Test
    void theCentresWordThatCrossesTheChangeCounts() {
        play('X', ACCEPTED + """
                09:00 | rerouting 2                     | case-log: goes elsewhere by v2
                09:00 | meanwhile redispatched cleaning | west.west-centre: #1 withdrawn, the centre decided otherwise
                      |                                 | city.inspection: #2 withdrawn, the centre decided otherwise
                      |                                 | west.cleaning: cleaning asked as lead #3 (decided) acknowledge 09:20 handle 11:00 overall 18:00
                      |                                 | west.west-centre: a-chief asked as first-receiver #4 (decided) overall 18:00
                """);
    }

    @Test
    void aReturnThatCrossesTheChangeIsOvertakenByIt() {
        play('X', ACCEPTED + """
                09:00 | rerouting 2           | case-log: goes elsewhere by v2
                09:00 | meanwhile returned #1 | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 09:20 handle 11:00 overall 18:00
                      |                       | west.west-centre: a-chief asked as first-receiver #4 (returned) overall 18:00
                      |                       | city.inspection: #2 withdrawn, the boundaries have changed
                      |                       | west.cleaning: #3 withdrawn, the boundaries have changed
                      |                       | west.west-centre: #4 withdrawn, the boundaries have changed
                      |                       | east.east-centre: b-chief asked as lead #5 (boundaries-changed) acknowledge 09:20 handle 11:00 overall 18:00
                09:10 | acknowledged #3       |
                09:10 | fed-back #1           |
                """);
    }

    @Test
    void backUnderTheOldBoundariesItGoesBackToWhomItWasTakenFrom() {
        play('X', MOVED + """
                10:00 | rerouting 1 | case-log: goes elsewhere by v1
                      |             | east.east-centre: #3 withdrawn, the boundaries have changed
                      |             | west.west-centre: a-chief asked as lead #4 (boundaries-changed) acknowledge 10:20 handle 12:00 overall 18:00
                      |             | city.inspection: inspection asked as supervisor #5 (boundaries-changed) overall 18:00
                """);
    }

    @Test
    void butNotToWhoSaidThatItWasNotHis() {
        play('X', ACCEPTED + """
                08:30 | returned #1 | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 08:50 handle 10:30 overall 18:00
                      |             | west.west-centre: a-chief asked as first-receiver #4 (returned) overall 18:00
                09:00 | rerouting 2 | case-log: goes elsewhere by v2
                      |             | city.inspection: #2 withdrawn, the boundaries have changed
                      |             | west.cleaning: #3 withdrawn, the boundaries have changed
                      |             | west.west-centre: #4 withdrawn, the boundaries have changed
                      |             | east.east-centre: b-chief asked as lead #5 (boundaries-changed) acknowledge 09:20 handle 11:00 overall 18:00
                10:00 | rerouting 1 | case-log: goes elsewhere by v1
                      |             | east.east-centre: #5 withdrawn, the boundaries have changed
                      |             | west.cleaning: cleaning asked as lead #6 (boundaries-changed) acknowledge 10:20 handle 12:00 overall 18:00
                      |             | city.inspection: inspection asked as supervisor #7 (boundaries-changed) overall 18:00
                """);
    }

    @Test
    void howFarACaseHasGoneFromItsOwnerIsNoMatterOfBoundaries() {
        play('A', ACCEPTED + """
                08:20 | escalated west-centre | west.west-centre: #1 escalated to west-centre
                      |                       | west.west-centre: west-centre asked as lead #3 (escalated) acknowledge 08:40 handle 10:20 overall 18:00
                09:00 | rerouting 2           |
                """);
    }

    @Test
    void whereNobodyWasThereToAskTheNewOwnerIs() {
        TestCity nobody = city("X", """
                X city  city
                X wild  district parent=city district=west
                """);
        TestCity somebody = city("X", """
                X city  city
                X wild  district parent=city district=west chief=cleaning
                """);
        new DispatchStory(List.of(nobody, somebody), 'X').play("""
                08:00 | reported    |
                08:00 | accepted    | west.west-centre: west-centre asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                09:00 | rerouting 2 | case-log: goes elsewhere by v2
                      |             | west.west-centre: #1 withdrawn, the boundaries have changed
                      |             | west.cleaning: cleaning asked as lead #2 (boundaries-changed) acknowledge 09:20 handle 11:00 overall 18:00
                09:10 | rerouting 1 |
                """);
    }

    @Test
    void aPostWhoseDeskIsAnotherGetsItsOrdersThere() {
        TestCity north = city("X", """
                X city   city
                X west   district parent=city   chief=west-centre district=west
                X street l1       parent=west   chief=north-street
                X a      micro    parent=street chief=a-chief
                """);
        TestCity south = city("X", """
                X city   city
                X west   district parent=city   chief=west-centre district=west
                X street l1       parent=west   chief=south-street
                X a      micro    parent=street chief=a-chief
                """);
        new DispatchStory(List.of(north, south), 'X').play("""
                08:00 | reported    |
                08:00 | accepted    | west.north-street: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                      |             | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
                09:00 | rerouting 2 | case-log: goes elsewhere by v2
                      |             | west.north-street: #1 withdrawn, the boundaries have changed
                      |             | city.inspection: #2 withdrawn, the boundaries have changed
                      |             | west.south-street: a-chief asked as lead #3 (boundaries-changed) acknowledge 09:20 handle 11:00 overall 18:00
                      |             | city.inspection: inspection asked as supervisor #4 (boundaries-changed) overall 18:00
                """);
    }

    @Test
    void whoseTurnItIsIsNoMatterOfBoundaries() {
        String zone = "X zone l1 parent=city mode=override lead=task-force/secretary/P1D/2025-01-01";
        TestCity zoned = city("A X", """
                AX city city
                AX west district parent=city chief=west-centre district=west
                """ + zone);
        TestCity zonedToo = city("A X", """
                AX city city
                AX west district parent=city chief=west-centre district=west
                A  a    micro    parent=west chief=a-chief
                """ + zone);
        // Midnight in the city is at 16:00.
        new DispatchStory(List.of(zoned, zonedToo), 'X').play("""
                15:00 | reported    |
                15:00 | accepted    | city.secretary: secretary asked as lead #1 (accepted) acknowledge 15:20 handle 17:00 overall 01:00
                      |             | city.inspection: inspection asked as supervisor #2 (accepted) overall 01:00
                17:00 | rerouting 2 |
                """);
    }

    private static TestCity city(String map, String cells) {
        return TestCity.of(DrawnCity.of(map, cells), UNITS, MATRIX);
    }

    private static List<Decision.Emission> play(char letter, String story) {
        return new DispatchStory(List.of(FIRST, SECOND), letter).play(story);
    }
}
