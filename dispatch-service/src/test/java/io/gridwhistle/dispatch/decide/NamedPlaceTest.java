package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report names without a point stays where it was found, whatever later boundaries call it. */
class NamedPlaceTest {
    private static final TestCity FIRST = city("""
            AB city   city     chief=city-centre
            AB west   district parent=city   chief=west-centre
            AB street l1       parent=west   chief=street-office
            A  a      l2       parent=street chief=a-chief building=mall
            A  f3     micro    parent=a      chief=f3-chief building=mall floors=3
            B  b      l2       parent=street chief=b-chief
            """);
    private static final TestCity RENAMED = city("""
            AB city   city     chief=city-centre
            AB west   district parent=city   chief=west-centre
            AB street l1       parent=west   chief=street-office
            A  b      l2       parent=street chief=a-chief building=arcade
            B  a      l2       parent=street chief=b-chief
            """);
    private static final TestCity ELSEWHERE = city("""
            AB city   city     chief=city-centre
            AB west   district parent=city   chief=west-centre
            AB street l1       parent=west   chief=street-office
            A  a      l2       parent=street chief=f3-chief
            B  b      l2       parent=street chief=b-chief building=mall
            """);
    private static final TestCity WITHOUT_IT = city("""
            B  city   city     chief=city-centre
            B  west   district parent=city   chief=west-centre
            B  street l1       parent=west   chief=street-office
            B  b      l2       parent=street chief=b-chief
            """);

    private static TestCity city(String cells) {
        return TestCity.of(DrawnCity.of("A B", cells), """
                city-centre   city city-centre
                west-centre   west district-centre
                street-office west street
                cleaning      west department
                """, "litter * owner cleaning");
    }

    @Test
    void whoeverOwnsTheSameGroundKeepsItWhenTheCodesHaveChanged() {
        play(RENAMED, """
                08:00 | reported    |
                08:01 | cell a      |
                08:02 | accepted    | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:22 handle 10:02 overall 18:00
                09:00 | rerouting 2 |
                """);
    }

    @Test
    void aBuildingThatIsCalledOtherwiseNowIsWhereItWas() {
        play(RENAMED, """
                08:00 | reported      |
                08:01 | inside mall 3 |
                08:02 | accepted      | west.street-office: f3-chief asked as lead #1 (accepted) acknowledge 08:22 handle 10:02 overall 18:00
                09:00 | rerouting 2   | case-log: goes elsewhere by v2
                      |               | west.street-office: #1 withdrawn, the boundaries have changed
                      |               | west.street-office: a-chief asked as lead #2 (boundaries-changed) acknowledge 09:20 handle 11:00 overall 18:00
                """);
    }

    @Test
    void aBuildingOfThatNameThatStandsElsewhereIsAnotherOne() {
        play(ELSEWHERE, """
                08:00 | reported      |
                08:01 | inside mall 3 |
                08:02 | accepted      | west.street-office: f3-chief asked as lead #1 (accepted) acknowledge 08:22 handle 10:02 overall 18:00
                09:00 | rerouting 2   |
                """);
    }

    @Test
    void whatNewBoundariesLeaveOutStaysWithWhoeverHasIt() {
        play(WITHOUT_IT, """
                08:00 | reported    |
                08:02 | accepted    | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:22 handle 10:02 overall 18:00
                09:00 | rerouting 2 |
                """);
        play(WITHOUT_IT, """
                08:00 | reported    |
                08:01 | cell a      |
                08:02 | accepted    | west.street-office: a-chief asked as lead #1 (accepted) acknowledge 08:22 handle 10:02 overall 18:00
                09:00 | rerouting 2 |
                """);
    }

    @Test
    void anOrderIsPrintedInTheWordsOfTheBoundariesThatItWasDecidedBy() {
        var orders = new DispatchStory(List.of(FIRST, RENAMED), 'A')
                .play("""
                08:00 | reported      |
                08:01 | inside mall 3 |
                08:02 | accepted      | west.street-office: f3-chief asked as lead #1 (accepted) acknowledge 08:22 handle 10:02 overall 18:00
                09:00 | activated 2   |
                09:10 | returned #1   | west.cleaning: cleaning asked as lead #2 (returned) acknowledge 09:30 handle 11:10 overall 18:00
                      |               | west.street-office: f3-chief asked as first-receiver #3 (returned) overall 18:00
                """).stream()
                        .map(it -> it.envelope().event())
                        .filter(OrderIssued.class::isInstance)
                        .map(OrderIssued.class::cast)
                        .toList();
        assertThat(orders).hasSizeGreaterThan(1).allSatisfy(order -> {
            assertThat(order.building()).isEqualTo("mall");
            assertThat(order.floor()).isEqualTo("3");
            assertThat(order.decision().gridSet()).isEqualTo("v1");
            assertThat(order.decision().place().building()).isEqualTo("mall");
        });
    }

    private static void play(TestCity later, String story) {
        new DispatchStory(List.of(FIRST, later), 'A').play(story);
    }
}
