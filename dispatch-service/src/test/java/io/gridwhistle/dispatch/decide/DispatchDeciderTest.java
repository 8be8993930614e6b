package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.OrderMessage.OrderAnswered;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Acknowledged in 20 minutes, handled in 2 hours (half of it for a rework), verified in 1, all over in 10. */
class DispatchDeciderTest {
    private static final DrawnCity MAP = DrawnCity.of("A B . V", """
                    ABV city   city
                    AB  west   district parent=city   chief=west-centre district=west
                    V   wild   district parent=city   district=wild
                    AB  street l1       parent=west   chief=street-office
                    A   a      micro    parent=street chief=a-chief
                    B   b      micro    parent=street
                    V   v      micro    parent=wild
                    """);
    private static final String UNITS = """
            west-centre   west district-centre
            street-office west street
            cleaning      west department
            inspection    city department
            """;
    private static final String MATRIX = """
            litter west owner      cleaning
            litter west supervisor inspection
            """;

    /** B has no chief; V has nobody at all above the micro-grid. */
    static final TestCity CITY = TestCity.of(MAP, UNITS + "city-centre city city-centre", MATRIX);

    @Test
    void anAcceptedCaseIsAskedOfItsPostAtTheDeskAbove() {
        play('A', """
                08:00 | reported |
                08:01 | accepted | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:21 handle 10:01 overall 18:00
                      |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
                """);
    }

    @Test
    void aVacantPostIsPassedOver() {
        play('B', """
                08:00 | reported |
                08:00 | accepted | west.street-office: street-office asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                      |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
                """);
    }

    @Test
    void whereThereIsNobodyTheCitysCentreIsAsked() {
        play('V', """
                08:00 | reported |
                08:00 | accepted | city.city-centre: city-centre asked as lead #1 (accepted, to keep) acknowledge 08:20 handle 10:00 overall 18:00
                """);
    }

    @Test
    void whereThereIsNobodyToAskTheLogSaysSoAllTheSame() {
        List<Decision.Emission> emissions = DispatchStory.play(TestCity.of(MAP, UNITS, MATRIX), 'V', """
                08:00 | reported |
                08:00 | accepted |
                """);
        assertThat(emissions)
                .singleElement()
                .satisfies(it -> assertThat(it.topic()).isEqualTo("case-log"));
    }

    @Test
    void aReturnedOrderGoesToTheNextAndWhoReturnedItAnswersUntilAnotherHasAcknowledged() {
        play('A', RETURNED + """
                08:15 | supplemented    | city.inspection: #2 supplemented
                      |                 | west.cleaning: #3 supplemented
                      |                 | west.street-office: #4 supplemented
                08:20 | acknowledged #3 | west.street-office: #4 withdrawn, another unit has acknowledged the case and answers for it
                """);
    }

    @Test
    void whoReturnsItAfterwardsAnswersForItNow() {
        play('A', RETURNED + """
                08:20 | acknowledged #3 | west.street-office: #4 withdrawn, another unit has acknowledged the case and answers for it
                08:30 | returned #3     | case-log: consultation at west-centre with [a-chief, cleaning]: it was returned 2 times
                      |                 | west.west-centre: west-centre asked as lead #5 (consultation) acknowledge 08:50 handle 10:30 overall 18:00
                      |                 | west.street-office: a-chief asked as co-handler #6 (consultation) overall 18:00
                      |                 | west.cleaning: cleaning asked as co-handler #7 (consultation) overall 18:00
                """);
    }

    @Test
    void aUnitHearsThatItsClockStandsStillOrRunsLonger() {
        play('A', ACCEPTED + """
                08:10 | paused #1         | west.street-office: #1 handle until further notice
                08:20 | extended #1 12:00 | west.street-office: #1 handle until 12:00
                08:30 | returned #1       | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 08:50 handle 10:30 overall 18:00
                      |                   | west.street-office: a-chief asked as first-receiver #4 (returned) overall 18:00
                08:40 | extended #1 13:00 |
                """);
    }

    @Test
    void anOrderThatIsReturnedTwiceIsReturnedOnce() {
        play('A', RETURNED + """
                08:11 | returned #1 |
                08:12 | returned #4 |
                """);
    }

    @Test
    void aHelperWhoReturnsChangesNothingForTheLead() {
        play('A', ACCEPTED + "08:10 | returned #2 |");
    }

    @Test
    void anEscalationAsksTheUnitAboveAndTellsTheOneBelow() {
        play('A', ESCALATED);
    }

    @Test
    void whoeverSolvesItFirstSolvesItForBoth() {
        play('A', ESCALATED + """
                08:25 | fed-back #1 | west.street-office: #3 withdrawn, another unit has solved the case
                """);
    }

    @Test
    void whatTheTopSolvesEverybodyBelowIsToldOf() {
        play('A', ESCALATED + """
                08:40 | escalated west-centre | west.street-office: #1 escalated to west-centre
                      |                       | west.street-office: #3 escalated to west-centre
                      |                       | west.west-centre: west-centre asked as lead #4 (escalated) acknowledge 09:00 handle 10:40 overall 18:00
                09:00 | fed-back #4           | west.street-office: #1 withdrawn, another unit has solved the case
                      |                       | west.street-office: #3 withdrawn, another unit has solved the case
                """);
    }

    @Test
    void whenTheUnitAboveReturnsItTheOneBelowMayStillSolveIt() {
        play('A', ESCALATED + """
                08:30 | returned #3 | west.cleaning: cleaning asked as lead #4 (returned) acknowledge 08:50 handle 10:30 overall 18:00
                08:40 | fed-back #1 | west.cleaning: #4 withdrawn, another unit has solved the case
                """);
    }

    @Test
    void theResultIsLookedAtBySomebodyElse() {
        play('A', ACCEPTED + """
                09:00 | fed-back #1    |
                09:00 | to-verify #1 1 | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                """);
        play('B', """
                08:00 | reported       |
                08:00 | accepted       | west.street-office: street-office asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                      |                | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
                09:00 | fed-back #1    |
                09:00 | to-verify #1 1 | west.west-centre: west-centre asked as verifier #3 (verification) verify 10:00 overall 18:00
                """);
    }

    @Test
    void whatWasNotDoneGoesBackToItsHandlerWithLessTime() {
        play('A', ACCEPTED + """
                09:00 | fed-back #1    |
                09:00 | to-verify #1 1 | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                09:30 | failed 1 street-office | west.street-office: a-chief asked as lead #4 (rework) acknowledge 09:50 handle 10:30 overall 18:00
                10:00 | fed-back #4    |
                10:00 | to-verify #4 2 | west.street-office: street-office asked as verifier #5 (verification) verify 11:00 overall 18:00
                10:30 | passed 2 street-office |
                10:30 | closed 2       | city.inspection: #2 withdrawn, the case is closed
                """);
    }

    @Test
    void aVerifierWhoReturnsItIsFollowedByTheNextOneUp() {
        play('A', ACCEPTED + """
                09:00 | fed-back #1    |
                09:00 | to-verify #1 1 | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                09:10 | fed-back #3    |
                09:20 | returned #3    | west.west-centre: west-centre asked as verifier #4 (verification) verify 10:20 overall 18:00
                09:30 | returned #4    |
                09:40 | passed 1       |
                """);
    }

    @Test
    void aVerifierWhomTheDeskWentBeforeIsTold() {
        play('A', ACCEPTED + """
                09:00 | fed-back #1    |
                09:00 | to-verify #1 1 | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                09:30 | passed 1       | west.street-office: #3 withdrawn, somebody else has verified the case
                """);
    }

    @Test
    void aReturnThatCrossesAnEscalationAsksNobodyElse() {
        play('A', ESCALATED + """
                08:20 | meanwhile returned #1 | west.street-office: a-chief asked as first-receiver #4 (answerable) overall 18:00
                08:30 | returned #3 | case-log: consultation at west-centre with [a-chief, street-office]: it was returned 2 times
                      |             | west.west-centre: west-centre asked as lead #5 (consultation) acknowledge 08:50 handle 10:30 overall 18:00
                      |             | west.street-office: a-chief asked as co-handler #6 (consultation) overall 18:00
                      |             | west.street-office: street-office asked as co-handler #7 (consultation) overall 18:00
                """);
    }

    @Test
    void aReturnThatCrossesTheCentresWordAsksNobodyElse() {
        play('A', ACCEPTED + """
                08:10 | redispatched cleaning | west.street-office: #1 withdrawn, the centre decided otherwise
                      |                       | city.inspection: #2 withdrawn, the centre decided otherwise
                      |                       | west.cleaning: cleaning asked as lead #3 (decided) acknowledge 08:30 handle 10:10 overall 18:00
                      |                       | west.street-office: a-chief asked as first-receiver #4 (decided) overall 18:00
                08:10 | meanwhile returned #1 |
                08:20 | acknowledged #3       | west.street-office: #4 withdrawn, another unit has acknowledged the case and answers for it
                """);
    }

    @Test
    void aReopenedCaseIsAskedAnewAndItsOverallClockStartsAnew() {
        play('A', RETURNED + """
                09:00 | fed-back #3    | west.street-office: #4 withdrawn, another unit has solved the case
                09:00 | to-verify #3 1 | west.street-office: a-chief asked as verifier #5 (verification) verify 10:00 overall 18:00
                09:10 | passed 1 street-office |
                09:10 | closed 1       | city.inspection: #2 withdrawn, the case is closed
                12:00 | reopened       | west.street-office: a-chief asked as lead #6 (reopened) acknowledge 12:20 handle 14:00 overall 22:00
                      |                | city.inspection: inspection asked as supervisor #7 (reopened) overall 22:00
                """);
    }

    @Test
    void aCaseThatIsWithdrawnOrVoidedIsTakenFromEverybody() {
        play('A', ACCEPTED + """
                08:05 | withdrawn   | west.street-office: #1 withdrawn, the case was withdrawn
                      |             | city.inspection: #2 withdrawn, the case was withdrawn
                08:06 | fed-back #1 |
                """);
        play('A', ESCALATED + """
                08:30 | voided      | west.street-office: #1 withdrawn, the case was voided
                      |             | city.inspection: #2 withdrawn, the case was voided
                      |             | west.street-office: #3 withdrawn, the case was voided
                """);
    }

    @Test
    void aSupplementReachesEveryOpenOrderAndTheSameReportAgainNobody() {
        play('A', ACCEPTED + """
                08:05 | reported           |
                08:06 | reported otherwise | west.street-office: #1 supplemented
                      |                    | city.inspection: #2 supplemented
                08:10 | returned #2        |
                08:11 | supplemented       | west.street-office: #1 supplemented
                """);
    }

    @Test
    void anAnswerThatHoldsIsToldOnceAndOneThatDoesNotHoldNever() {
        List<Decision.Emission> emissions = play('A', ACCEPTED + """
                08:05 | acknowledged #1 |
                08:06 | acknowledged #1 |
                08:07 | returned #2     |
                09:00 | fed-back #1     |
                09:00 | to-verify #1 1  | west.street-office: street-office asked as verifier #3 (verification) verify 10:00 overall 18:00
                09:10 | fed-back #3     |
                09:30 | passed 1 street-office |
                09:40 | returned #3     |
                """);
        assertThat(emissions)
                .filteredOn(it -> it.envelope().event() instanceof OrderAnswered)
                .extracting(it -> it.topic() + " " + it.envelope().id().value().substring(27))
                .containsExactly(
                        "dispatch.west.street-office order-answered.acknowledged." + DispatchStory.CASE + "-1",
                        "dispatch.city.inspection order-answered.returned." + DispatchStory.CASE + "-2",
                        "dispatch.west.street-office order-answered.fed-back." + DispatchStory.CASE + "-1",
                        "dispatch.west.street-office order-answered.fed-back." + DispatchStory.CASE + "-3");
    }

    @Test
    void nothingIsSentToAUnitThatThePetitionerWrote() {
        List<Decision.Emission> emissions = play('A', ESCALATED + """
                08:30 | supplemented | west.street-office: #1 supplemented
                      |              | city.inspection: #2 supplemented
                      |              | west.street-office: #3 supplemented
                """);
        assertThat(emissions)
                .filteredOn(it -> !it.topic().equals(Topics.CASE_LOG))
                .isNotEmpty()
                .extracting(it -> Json.MAPPER.writeValueAsString(it.envelope().event()))
                .noneMatch(json -> json.contains(DispatchStory.PRIVATE));
    }

    @Test
    void theSameLogLeadsToTheSameRecords() {
        List<Decision.Emission> once = play('A', ESCALATED);
        assertThat(play('A', ESCALATED)).isEqualTo(once);
        assertThat(once).extracting(it -> it.envelope().id()).doesNotHaveDuplicates();
    }

    private static final String ACCEPTED = """
            08:00 | reported |
            08:00 | accepted | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
                  |          | city.inspection: inspection asked as supervisor #2 (accepted) overall 18:00
            """;

    private static final String RETURNED = ACCEPTED + """
            08:10 | returned #1 | west.cleaning: cleaning asked as lead #3 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                  |             | west.street-office: a-chief asked as first-receiver #4 (returned) overall 18:00
            """;

    private static final String ESCALATED = ACCEPTED + """
            08:20 | escalated street-office | west.street-office: #1 escalated to street-office
                  |          | west.street-office: street-office asked as lead #3 (escalated) acknowledge 08:40 handle 10:20 overall 18:00
            """;

    private static List<Decision.Emission> play(char letter, String story) {
        return DispatchStory.play(CITY, letter, story);
    }
}
