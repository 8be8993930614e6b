package io.gridwhistle.evaluation.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gridwhistle.evaluation.CaseEvents;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScoredCaseTest {

    @Test
    void eachMilestoneIsTheLogTimeWhenItHappenedFirst() {
        ScoreRow row = score("""
                08:00 | reported
                08:01 | accepted
                08:02 | dispatched #1 lead accepted
                08:10 | acknowledged #1
                09:00 | fed-back #1
                09:00 | to-verify #1 1
                09:30 | failed 1
                09:31 | dispatched #2 lead rework
                09:40 | acknowledged #2
                10:00 | fed-back #2
                10:00 | to-verify #2 2
                10:30 | passed 2
                10:31 | closed 2
                """);
        assertThat(row.reportedAt()).isEqualTo(CaseEvents.at("08:00"));
        assertThat(row.acceptedAt()).isEqualTo(CaseEvents.at("08:01"));
        assertThat(row.dispatchedAt()).isEqualTo(CaseEvents.at("08:02"));
        assertThat(row.acknowledgedAt()).isEqualTo(CaseEvents.at("08:10"));
        assertThat(row.handledAt()).isEqualTo(CaseEvents.at("09:00"));
        assertThat(row.verifiedAt()).isEqualTo(CaseEvents.at("09:30"));
        assertThat(row.closedAt()).isEqualTo(CaseEvents.at("10:31"));
        assertThat(row.declinedAt()).isNull();
        assertThat(row.reworks()).isEqualTo(1);
        assertThat(row.status()).isEqualTo("closed");
        assertThat(row.district()).isEqualTo("erqi");
        assertThat(row.unit()).isEqualTo("street-office");
    }

    @Test
    void whatWentWrongIsCounted() {
        ScoreRow row = score("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted
                08:10 | returned #1
                08:10 | dispatched #2 lead returned
                08:20 | breached acknowledge
                08:20 | escalated
                08:20 | dispatched #3 lead escalated
                09:00 | breached acknowledge
                09:00 | breached overall
                """);
        assertThat(row.returns()).isEqualTo(1);
        assertThat(row.escalations()).isEqualTo(1);
        assertThat(row.acknowledgeBreached()).isTrue();
        assertThat(row.overallBreached()).isTrue();
        assertThat(row.acceptBreached() || row.handleBreached() || row.verifyBreached())
                .isFalse();
    }

    /** Of three who said that it was not theirs, the centre finds that it was the second's. */
    @Test
    void whoIsNamedByTheCentreHadPassedTheBuck() {
        ScoredCase scored = play("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted police
                08:10 | returned #1
                08:11 | dispatched #2 lead returned street
                08:20 | returned #2
                08:21 | dispatched #3 lead consultation centre
                08:30 | returned #3
                08:40 | dispatched #4 lead decided street
                """);
        assertThat(ReturnRow.of(CaseEvents.CASE, scored))
                .extracting(ReturnRow::unit, ReturnRow::buckPassing, ReturnRow::returnedAt)
                .containsExactly(
                        tuple("police", false, CaseEvents.at("08:10")),
                        tuple("street", true, CaseEvents.at("08:20")),
                        tuple("centre", false, CaseEvents.at("08:30")));
        assertThat(ScoreRow.of(CaseEvents.CASE, scored).returns()).isEqualTo(3);
    }

    @Test
    void whoIsNamedForSomethingElseHadNot() {
        ScoredCase corrected = play("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted street
                08:10 | returned #1
                08:11 | dispatched #2 lead returned police
                08:20 | reclassed noise
                08:20 | dispatched #3 lead corrected police
                08:30 | dispatched #4 lead decided street
                """);
        ScoredCase helped = play("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted police
                08:01 | dispatched #2 co-handler escalated street
                08:10 | returned #2
                08:30 | dispatched #3 lead decided street
                """);
        for (ScoredCase scored : List.of(corrected, helped)) {
            assertThat(ReturnRow.of(CaseEvents.CASE, scored))
                    .extracting(ReturnRow::unit, ReturnRow::buckPassing)
                    .containsExactly(tuple("street", false));
        }
    }

    @Test
    void thePetitionersLastWordCounts() {
        ScoreRow row = score("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted
                08:10 | fed-back #1
                08:10 | to-verify #1 1
                08:20 | passed 1
                08:20 | closed 1
                08:30 | scored 2 unresolved
                08:40 | scored 5 resolved
                08:50 | reopened
                """);
        assertThat(row.satisfaction()).isEqualTo(5);
        assertThat(row.resolved()).isTrue();
        assertThat(row.reopenings()).isEqualTo(1);
        assertThat(row.closedAt()).as("it was closed once").isEqualTo(CaseEvents.at("08:20"));
    }

    @Test
    void aHelpersAcknowledgementIsNotAResponse() {
        ScoreRow row = score("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 co-handler accepted
                08:10 | acknowledged #1
                """);
        assertThat(row.acknowledgedAt()).isNull();
    }

    @Test
    void aFollowersPetitionerIsAnsweredAndTheFirstsOrderIsCountedOnce() {
        ScoreRow row = score("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted
                08:01 | linked f
                10:00 | answered f 1
                10:30 | scored 5 resolved
                """);
        assertThat(row.status()).isEqualTo("closed");
        assertThat(row.closedAt()).isEqualTo(CaseEvents.at("10:00"));
        assertThat(row.satisfaction()).isEqualTo(5);
        assertThat(row.dispatchedAt()).isNull();
        assertThat(row.acknowledgedAt()).isNull();
        assertThat(row.handledAt()).isNull();
        assertThat(row.unit()).isNull();
    }

    @Test
    void aSplitCaseIsCountedFromItsNextDispatch() {
        ScoreRow row = score("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted
                08:01 | linked f
                09:00 | unlinked f
                09:01 | dispatched #2 lead unlinked
                """);
        assertThat(row.dispatchedAt()).isEqualTo(CaseEvents.at("09:01"));
        assertThat(row.unit()).isEqualTo("street-office");
    }

    @Test
    void nobodysDelayIsLinkedAway() {
        ScoreRow row = score("""
                08:00 | reported
                08:00 | accepted
                08:00 | dispatched #1 lead accepted
                08:20 | breached acknowledge
                08:30 | linked f
                """);
        assertThat(row.acknowledgeBreached()).isTrue();
        assertThat(row.dispatchedAt()).isEqualTo(CaseEvents.at("08:00"));
    }

    @Test
    void whatIsVoidScoresNothing() {
        ScoreRow row = score("""
                08:00 | reported
                08:10 | declined
                08:20 | accepted
                08:30 | scored 5 resolved
                08:40 | returned #1
                """);
        assertThat(row.declinedAt()).isEqualTo(CaseEvents.at("08:10"));
        assertThat(row.acceptedAt()).isNull();
        assertThat(row.satisfaction()).isNull();
        assertThat(row.returns()).isZero();
    }

    /** {@code log time | event}. */
    private static ScoreRow score(String story) {
        return ScoreRow.of(CaseEvents.CASE, play(story));
    }

    static ScoredCase play(String story) {
        ScoredCase scored = null;
        int number = 0;
        for (String line : story.lines().toList()) {
            String[] column = line.split("\\|", 2);
            scored = ScoredCase.apply(
                    scored,
                    CaseEvents.envelope(++number, column[1].strip(), scored == null ? null : scored.state()),
                    CaseEvents.at(column[0].strip()));
        }
        return Objects.requireNonNull(scored);
    }
}
