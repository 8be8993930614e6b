package io.gridwhistle.intake.related;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.Related;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.intake.related.Choice.Asked;
import io.gridwhistle.intake.related.Choice.Candidate;
import io.gridwhistle.lifecycle.Ties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Within 50 m and two hours, along a street: {@code case | reported and accepted | metres along the street, or
 * building/floor, or both | whom it follows}. What is {@code known} stands in the register already, with so many
 * followers; all others come in one batch.
 */
class ChoiceTest {
    private static final Related SAME = new Related(50, Duration.ofHours(2));
    private static final double DEGREES_PER_METRE = 1 / Point.METRES_PER_DEGREE;

    @Test
    void theLaterOnesFollowTheFirst() {
        links("""
                a | 08:00 | 0   |
                b | 08:05 | 30  | a: 30 m apart, reported 5 min apart
                c | 08:10 | -20 | a: 20 m apart, reported 10 min apart
                """);
    }

    @Test
    void whatIsTooFarOrTooLateIsAnotherCase() {
        links("""
                a | 08:00 | 0   |
                b | 08:00 | 51  |
                c | 10:01 | 0   |
                """);
        links("""
                a | 08:00 | 0   |
                b | 08:00 | 49  | a: 49 m apart, reported 0 min apart
                c | 10:00 | 0   | a: 0 m apart, reported 120 min apart
                """);
    }

    @Test
    void nobodyFollowsAFollower() {
        links("""
                a | 08:00 | 0   |
                b | 08:01 | 40  | a: 40 m apart, reported 1 min apart
                c | 08:02 | 80  |
                d | 08:03 | 60  | c: 20 m apart, reported 1 min apart
                """);
    }

    @Test
    void theRegistersComeFirstAndOnlyTheEarlierOnes() {
        links("""
                x | 07:50 | 10  | known 0
                y | 07:40 | 45  | known 3
                z | 08:30 | 0   | known 0
                a | 08:00 | 0   | y: 45 m apart, reported 20 min apart
                b | 08:10 | -30 | x: 40 m apart, reported 20 min apart
                """);
    }

    @Test
    void atTheSameMomentTheLowerIdIsTheEarlier() {
        links("""
                b | 08:00 | 0   | a: 0 m apart, reported 0 min apart
                a | 08:00 | 0   |
                """);
    }

    @Test
    void aBuildingGoesBeforeThePoint() {
        links("""
                a | 08:00 | mall/3     |
                b | 08:01 | mall/3     | a: on the same floor of the same building, reported 1 min apart
                c | 08:02 | mall/4     |
                d | 08:03 | mall/      | a: in the same building, reported 3 min apart
                e | 08:04 | tower/3    |
                """);
        links("""
                a | 08:00 | 0 mall/3   |
                b | 08:01 | 0 mall/4   |
                c | 08:02 | 0 tower/3  |
                d | 08:03 | 20         | a: 20 m apart, reported 3 min apart
                e | 08:04 | mall/4     | b: on the same floor of the same building, reported 3 min apart
                f | 08:05 |            |
                g | 08:06 |            |
                """);
    }

    @Test
    void whoIsFullIsFollowedNoMoreAndTheNextOneIsTheFirst() {
        links("""
                x | 07:50 | 0   | known 499
                a | 08:00 | 0   | x: 0 m apart, reported 10 min apart
                b | 08:01 | 0   |
                c | 08:02 | 0   | b: 0 m apart, reported 1 min apart
                """);
    }

    @Test
    void aWholeBlackoutIsAFewCases() {
        var random = new Random(20_251_120);
        List<Asked> blackout = IntStream.range(0, 2_000)
                .mapToObj(i -> asked(i, "08:%02d".formatted(random.nextInt(60)), "" + random.nextInt(25)))
                .toList();

        var links = Choice.among(blackout, SAME);

        assertThat(links.stream().map(Choice.Link::first).distinct()).hasSize(4);
        assertThat(links).hasSize(2_000 - 4);
        assertThat(links.stream().map(Choice.Link::first))
                .allMatch(first ->
                        links.stream().filter(it -> it.first().equals(first)).count() <= Ties.MOST_FOLLOWERS)
                .noneMatch(first -> links.stream().anyMatch(it -> it.follower().equals(first)));
    }

    private static Asked asked(int number, String time, String where) {
        return new Asked(sighting("%07d".formatted(number), time, where), List.of());
    }

    private static void links(String table) {
        var known = new ArrayList<Candidate>();
        var batch = new ArrayList<Sighting>();
        var expected = new ArrayList<String>();
        for (String line : table.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            String name = cells[0].strip();
            String follows = cells[3].strip();
            var sighting = sighting(name, cells[1].strip(), cells[2].strip());
            if (follows.startsWith("known ")) {
                known.add(new Candidate(sighting, Integer.parseInt(follows.substring(6))));
            } else {
                batch.add(sighting);
                if (!follows.isEmpty()) {
                    expected.add(name + " follows " + follows);
                }
            }
        }
        var links = Choice.among(batch.stream().map(it -> new Asked(it, known)).toList(), SAME);
        assertThat(links.stream()
                        .map(it -> "%s follows %s: %s"
                                .formatted(name(it.follower()), name(it.first().id()), it.reason()))
                        .sorted()
                        .collect(joining("\n")))
                .isEqualTo(expected.stream().sorted().collect(joining("\n")));
    }

    /** Every estate has a third house. */
    @Test
    void aBuildingThatIsNoneOfTheCitysRelatesNobody() {
        var far = sighting("a", "08:00", "0 third-house/");
        var near = sighting("b", "08:01", "9000 third-house/");
        var asked = List.of(new Asked(far, List.of()), new Asked(near, List.of()));
        assertThat(Choice.among(asked, SAME)).hasSize(1);
        assertThat(Choice.among(
                        asked.stream().map(it -> it.among("mall"::equals)).toList(), SAME))
                .isEmpty();
        assertThat(Choice.among(
                        asked.stream()
                                .map(it -> it.among("third-house"::equals))
                                .toList(),
                        SAME))
                .hasSize(1);
    }

    private static Sighting sighting(String name, String time, String where) {
        String[] parts = where.split(" ");
        String inside = parts[parts.length - 1].contains("/") ? parts[parts.length - 1] : null;
        String along = parts[0].isEmpty() || parts[0].contains("/") ? null : parts[0];
        var at = Instant.parse("2025-11-20T%s:00Z".formatted(time));
        return new Sighting(
                new CaseId(name + "0".repeat(26 - name.length())),
                along == null ? null : new Point(113, 34 + Double.parseDouble(along) * DEGREES_PER_METRE),
                inside == null ? null : inside.substring(0, inside.indexOf('/')),
                inside == null ? null : emptyToNull(inside.substring(inside.indexOf('/') + 1)),
                at,
                at,
                EventId.of(new CaseId(name + "0".repeat(26 - name.length())), "seen"));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String name(CaseId id) {
        return id.value().substring(0, 1);
    }
}
