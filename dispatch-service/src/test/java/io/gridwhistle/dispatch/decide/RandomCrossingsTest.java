package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.lifecycle.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Answers, escalations, desks' words and changes of boundaries that cross what dispatch has decided and not yet read back.
 *
 * <p>Where a unit that reads its own topic alone believes its orders to stand, there they stand in the log, whatever
 * crossed; and nobody holds an order that the log does not know. Nobody is asked to lead twice unless a human decided in
 * between, there is always somebody who answers for the case, and whatever went before, returns end at the city's centre.
 */
class RandomCrossingsTest {
    private static final int SEEDS = 3_000;
    private static final int EVENTS = 25;
    /** More than there are candidates and centres. */
    private static final int RETURNS = 12;

    /** In it, A is a part of b. */
    private static final TestCity ELSEWHERE = new TestCity(
            DrawnCity.of("A B . V", """
                    ABV city   city
                    AB  west   district parent=city   chief=west-centre district=west
                    AB  street l1       parent=west   chief=street-office
                    AB  b      micro    parent=street chief=b-chief
                    """), DispatchDeciderTest.CITY.units(), DispatchDeciderTest.CITY.matrix());

    private static final List<String> UNITS = List.of("west-centre", "street-office", "cleaning", "city-centre");

    @Test
    void whatUnitsBelieveIsWhatTheLogHolds() {
        play(List.of(DispatchDeciderTest.CITY, ELSEWHERE), "AB");
    }

    @Test
    void norDoesACaseThatCrossesAnythingGoRoundInCircles() {
        play(List.of(ConsultationTest.CITY, ConsultationTest.CITY), "AZYDCMR");
    }

    private static void play(List<TestCity> versions, String letters) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var story = new DispatchStory(versions, letters.charAt(random.nextInt(letters.length())));
            var told = new ArrayList<String>();
            story.step("reported", told);
            story.step("accepted", told);
            for (int i = 0; i < EVENTS; i++) {
                if (random.nextInt(3) == 0) {
                    story.drain(told);
                    check(story, seed, told);
                }
                story.step(anything(random, story, letters), told);
            }
            story.drain(told);
            check(story, seed, told);
            returnIt(story, told);
            check(story, seed, told);
            if (seed % 100 == 0) {
                story.keepsToSchemas();
            }
        }
    }

    private static void check(DispatchStory story, int seed, List<String> told) {
        String soFar = "seed %d:%n%s".formatted(seed, String.join("\n", told));
        assertThat(story.broken()).as(soFar).isEmpty();
        assertThat(story.believed()).as(soFar).isEqualTo(story.inTheLog());
        if (story.phase().isUnsolved()) {
            assertThat(story.somebodyAnswers()).as(soFar).isTrue();
            assertThat(story.findLead().map(story::line))
                    .as(soFar)
                    .hasValueSatisfying(
                            lead -> assertThat(lead.status().isOpen()).as(soFar).isTrue());
        }
    }

    /** Everybody who is asked says that it is not his. */
    private static void returnIt(DispatchStory story, List<String> told) {
        for (int i = 0; story.phase().isUnsolved() && i < RETURNS; i++) {
            story.step("returned " + StoryWords.number(story.findLead().orElseThrow()), told);
            story.drain(told);
        }
        if (story.phase().isUnsolved()) {
            OrderLine last = story.line(story.findLead().orElseThrow());
            assertThat(last.to().unit().value()).as("%s", told).isEqualTo("city-centre");
            assertThat(last.status().isOpen()).isTrue();
        }
    }

    private static String anything(Random random, DispatchStory story, String letters) {
        int order = 1 + random.nextInt(Math.max(1, story.orders()));
        int round = story.round();
        String unit = any(random, UNITS);
        return switch (random.nextInt(17)) {
            case 0 -> "acknowledged #" + order;
            case 1, 2, 3 ->
                "returned "
                        + (random.nextBoolean()
                                ? "#" + order
                                : story.findLead().map(StoryWords::number).orElse("#1"));
            case 4 -> "fed-back #" + order;
            case 5, 6 -> "escalated " + any(random, story.rungs()) + (random.nextBoolean() ? " #" + order : "");
            case 7 ->
                random.nextBoolean() ? "consulted " + unit : "redispatched %s %s".formatted(unit, any(random, UNITS));
            case 8, 9 -> "to-verify #%d %d".formatted(order, round + 1);
            case 11, 12 -> tie(random, story);
            case 10 -> "%s %d %s".formatted(random.nextBoolean() ? "passed" : "failed", round, unit);
            case 15 ->
                random.nextBoolean()
                        ? "moved " + letters.charAt(random.nextInt(letters.length()))
                        : "reclassed " + any(random, List.of("litter", "lamp"));
            case 13, 14 -> "rerouting " + (1 + random.nextInt(2));
            default ->
                switch (random.nextInt(5)) {
                    case 0 -> "closed " + round;
                    case 1 -> "reopened";
                    case 2 -> random.nextInt(3) == 0 ? random.nextBoolean() ? "withdrawn" : "voided" : "supplemented";
                    default -> "reported otherwise";
                };
        };
    }

    private static String tie(Random random, DispatchStory story) {
        String other = random.nextBoolean() ? "f" : "g";
        int link = Math.max(1, story.links() - random.nextInt(2));
        return switch (random.nextInt(6)) {
            case 0 -> "linked " + other;
            case 1 -> "linked %s %d".formatted(other, link);
            case 2 -> "split " + other;
            case 3 -> "released %s %d".formatted(other, link);
            case 4 -> "answered %s %d".formatted(other, link);
            default -> "%s %s 1".formatted(random.nextInt(3) > 0 ? "joined" : "left", other);
        };
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
