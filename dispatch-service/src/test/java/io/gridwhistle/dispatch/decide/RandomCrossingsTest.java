package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Answers, escalations, desks' words and changes of boundaries that cross what dispatch has decided and not yet read back.
 *
 * <p>Where a unit that reads its own topic alone believes its orders to stand, there they stand in the log, whatever
 * crossed; and nobody holds an order that the log does not know.
 */
class RandomCrossingsTest {
    private static final int SEEDS = 3_000;
    private static final int EVENTS = 25;
    /** In it, A is a part of b. */
    private static final TestCity ELSEWHERE = new TestCity(
            DrawnCity.of("A B . V", """
                    ABV city   city
                    AB  west   district parent=city   chief=west-centre district=west
                    AB  street l1       parent=west   chief=street-office
                    AB  b      micro    parent=street chief=b-chief
                    """), DispatchDeciderTest.CITY.units(), DispatchDeciderTest.CITY.matrix());

    private static final List<String> UNITS = List.of("west-centre", "street-office", "cleaning");

    @Test
    void whatUnitsBelieveIsWhatTheLogHolds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var story = new DispatchStory(List.of(DispatchDeciderTest.CITY, ELSEWHERE), 'A');
            var told = new ArrayList<String>();
            story.step("reported", told);
            story.step("accepted", told);
            for (int i = 0; i < EVENTS; i++) {
                if (random.nextInt(3) == 0) {
                    story.drain(told);
                }
                story.step(anything(random, story), told);
            }
            story.drain(told);

            assertThat(story.believed())
                    .as("seed %d:%n%s", seed, String.join("\n", told))
                    .isEqualTo(story.inTheLog());
            if (seed % 100 == 0) {
                story.keepsToSchemas();
            }
        }
    }

    private static String anything(Random random, DispatchStory story) {
        int order = 1 + random.nextInt(Math.max(1, story.orders()));
        int round = story.round();
        String unit = UNITS.get(random.nextInt(UNITS.size()));
        return switch (random.nextInt(16)) {
            case 0 -> "acknowledged #" + order;
            case 1, 2, 3 -> "returned #" + order;
            case 4 -> "fed-back #" + order;
            case 5, 6 -> "escalated " + unit.replace("cleaning", "west-centre");
            case 7 -> "redispatched " + unit;
            case 8, 9 -> "to-verify #%d %d".formatted(order, round + 1);
            case 11, 12 -> tie(random, story);
            case 10 -> "%s %d %s".formatted(random.nextBoolean() ? "passed" : "failed", round, unit);
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
}
