package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.RoutingDecision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A unit that the city gives up while cases are open is not sent orders that nobody would read. */
class GivenUpTest {
    private static final String UNITS = """
            city-centre  city city-centre
            west-centre  west district-centre
            block-office west street
            """;
    private static final TestCity BEFORE = city(UNITS + "street-office west street");
    private static final TestCity AFTER = city(UNITS);

    private static TestCity city(String units) {
        return TestCity.of(DrawnCity.of("A", """
                        A city   city     chief=city-centre
                        A west   district parent=city   chief=west-centre
                        A street l1       parent=west   chief=street-office
                        A a      micro    parent=street chief=block-office
                        """), units, "litter * owner block-office");
    }

    @Test
    void itIsPassedOverWhereTheNextIsAsked() {
        new DispatchStory(List.of(BEFORE, AFTER), 'A').play(ACCEPTED + """
                08:05 | activated 2 |
                08:10 | returned #1 | west.west-centre: west-centre asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |             | west.block-office: block-office asked as first-receiver #3 (returned) overall 18:00
                """);
    }

    /** Units went while boundaries and matrix that name them stayed: each door had looked at what held before. */
    @Test
    void whereItIsStillNamedItStandsInTheRecordAndIsCounted() {
        TestCity without =
                TestCity.of(DrawnCity.of("A", """
                        A city city
                        A west district parent=city chief=vanished
                        """), "city-centre city city-centre", "litter * owner block-office");
        var story = new DispatchStory(without, 'A');
        var emissions = story.play("""
                08:00 | reported |
                08:00 | accepted | city.city-centre: city-centre asked as lead #1 (accepted, to keep) acknowledge 08:20 handle 10:00 overall 18:00
                """);
        assertThat(emissions.stream()
                        .map(it -> it.envelope().event())
                        .flatMap(it -> it instanceof CaseDispatched dispatched
                                ? dispatched.decision().candidates().stream()
                                : Stream.empty())
                        .map(RoutingDecision.Candidate::rule))
                .containsExactly(
                        "territory district, 'vanished' is unknown",
                        "territory city, vacant",
                        "responsibility owner, 'block-office' is unknown");
        assertThat(story.remarks()).containsExactly("unit-unknown");
    }

    @Test
    void itVerifiesNothing() {
        new DispatchStory(List.of(BEFORE, AFTER), 'A').play(ACCEPTED + """
                08:05 | activated 2    |
                08:10 | fed-back #1    |
                08:10 | to-verify #1 1 | west.west-centre: west-centre asked as verifier #2 (verification) verify 09:10 overall 18:00
                """);
    }

    @Test
    void whatItHadSolvedBadlyTheCentreDecidesAbout() {
        new DispatchStory(List.of(BEFORE, AFTER), 'A').play(ACCEPTED + """
                08:10 | returned #1          | west.street-office: street-office asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |                      | west.block-office: block-office asked as first-receiver #3 (returned) overall 18:00
                08:20 | fed-back #2          | west.block-office: #3 withdrawn, another unit has solved the case
                08:20 | to-verify #2 1       | west.block-office: block-office asked as verifier #4 (verification) verify 09:20 overall 18:00
                08:25 | activated 2          |
                08:30 | failed 1 west-centre | west.block-office: #4 withdrawn, somebody else has verified the case
                      |                      | case-log: consultation at west-centre with []: the unit that had handled it is none of the city's any more
                      |                      | west.west-centre: west-centre asked as lead #5 (consultation) acknowledge 08:50 handle 10:30 overall 18:00
                """);
    }

    @Test
    void itAnswersForNothing() {
        new DispatchStory(
                        List.of(
                                BEFORE,
                                city(
                                        "city-centre city city-centre\nwest-centre west district-centre\nstreet-office west street")),
                        'A')
                .play(ACCEPTED + """
                08:05 | activated 2 |
                08:10 | returned #1 | west.street-office: street-office asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                """);
    }

    @Test
    void whereTheCentreGoesBeforeItIsAskedTheNextOneIs() {
        new DispatchStory(
                        List.of(
                                BEFORE,
                                city(
                                        "city-centre city city-centre\nblock-office west street\nstreet-office west street")),
                        'A')
                .play(ACCEPTED + """
                08:10 | returned #1           | west.street-office: street-office asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |                       | west.block-office: block-office asked as first-receiver #3 (returned) overall 18:00
                08:20 | returned #2           | case-log: consultation at west-centre with [block-office, street-office]: it was returned 2 times
                08:20 | meanwhile activated 2 | city.city-centre: city-centre asked as lead #4 (consultation, to keep) acknowledge 08:40 handle 10:20 overall 18:00
                      |                       | west.block-office: block-office asked as co-handler #5 (consultation) overall 18:00
                      |                       | west.street-office: street-office asked as co-handler #6 (consultation) overall 18:00
                """);
    }

    @Test
    void whoseDistrictChangesIsReachedInTheNewOne() {
        new DispatchStory(List.of(BEFORE, city(UNITS + "street-office north street")), 'A').play(ACCEPTED + """
                08:05 | activated 2 |
                08:10 | returned #1 | north.street-office: street-office asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |             | west.block-office: block-office asked as first-receiver #3 (returned) overall 18:00
                """);
    }

    @Test
    void asLongAsItIsThereItIsAsked() {
        new DispatchStory(List.of(BEFORE, AFTER), 'A').play(ACCEPTED + """
                08:10 | returned #1 | west.street-office: street-office asked as lead #2 (returned) acknowledge 08:30 handle 10:10 overall 18:00
                      |             | west.block-office: block-office asked as first-receiver #3 (returned) overall 18:00
                """);
    }

    private static final String ACCEPTED = """
            08:00 | reported    |
            08:00 | accepted    | west.block-office: block-office asked as lead #1 (accepted) acknowledge 08:20 handle 10:00 overall 18:00
            """;
}
