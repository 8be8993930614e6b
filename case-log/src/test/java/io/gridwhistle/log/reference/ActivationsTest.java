package io.gridwhistle.log.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A log of activations, {@code appended | version | from}, and what is in force when, {@code moment version} by moment. */
class ActivationsTest {
    @Test
    void withoutAMomentItHoldsFromItsPlaceInTheLogOn() {
        holds("""
                10 | a |
                20 | b |
                """, "9 - | 10 a | 19 a | 20 b | 99 b");
    }

    @Test
    void withAMomentItHoldsFromThereOn() {
        holds("""
                10 | a |
                20 | b | 50
                """, "20 a | 49 a | 50 b");
    }

    @Test
    void itNeverHoldsRetroactively() {
        holds("""
                10 | a |
                20 | b | 5
                """, "10 a | 19 a | 20 b");
    }

    @Test
    void whatComesIntoForceEarlierThoughItWasSaidLaterHoldsUntilTheOthersMoment() {
        holds("""
                10 | a |
                20 | b | 50
                30 | c |
                40 | d | 45
                """, "29 a | 30 c | 44 c | 45 d | 49 d | 50 b");
    }

    @Test
    void ofTwoForTheSameMomentTheLaterOneInTheLogHolds() {
        holds("""
                10 | a |
                20 | b | 50
                30 | a | 50
                """, "49 a | 50 a | 51 a");
        holds("""
                20 | b | 50
                50 | a |
                """, "49 - | 50 a");
    }

    @Test
    void whatWasTakenBackNeverHolds() {
        holds("""
                10 | a |
                20 | b | 50
                30 | c | 60
                40 | not b |
                """, "49 a | 50 a | 60 c");
    }

    @Test
    void theSameActivationReadAgainIsNothingNew() {
        Activations once = read("""
                10 | a |
                20 | b | 50
                """);
        assertThat(once.with(once.inOrder().getFirst())).isEqualTo(once);
    }

    @Test
    void whatIsLongSupersededIsForgotten() {
        Activations all = read("""
                10 | a |
                20 | b |
                30 | c |
                35 | d | 90
                """);
        assertThat(all.since(at(30)).inOrder())
                .extracting(Activation::version)
                .as("the one in force, the one before, and what is to come")
                .containsExactly("b", "c", "d");
        assertThat(all.since(at(5))).isEqualTo(all);
    }

    @Test
    void itCanBeWrittenAndReadAgain() {
        Activations all = read("""
                10 | a |
                20 | b | 50
                """);
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(all), Activations.class))
                .isEqualTo(all);
    }

    private static void holds(String log, String expected) {
        Activations all = read(log);
        var actual = new ArrayList<String>();
        for (String cell : expected.split("\\|")) {
            long moment = Long.parseLong(cell.strip().split(" ")[0]);
            actual.add("%d %s"
                    .formatted(
                            moment,
                            all.findAt(at(moment)).map(Activation::version).orElse("-")));
        }
        assertThat(String.join(" | ", actual)).isEqualTo(expected);
    }

    private static Activations read(String log) {
        Activations all = Activations.NONE;
        for (String line : log.lines().toList()) {
            String[] cells = line.split("\\|");
            Instant appended = at(Long.parseLong(cells[0].strip()));
            String version = cells[1].strip();
            all = version.startsWith("not ")
                    ? all.without(all.inOrder().stream()
                            .filter(it -> it.version().equals(version.substring(4)))
                            .findFirst()
                            .orElseThrow()
                            .id())
                    : all.with(activation(appended, version, cells.length < 3 ? null : cells[2].strip()));
        }
        return all;
    }

    private static Activation activation(Instant appended, String version, @Nullable String from) {
        Instant moment = from == null || from.isEmpty() ? null : at(Long.parseLong(from));
        var event = new ReferenceActivated(ReferenceKind.GRID_SET, version, "", moment, false, Actor.system("test"));
        return Activation.of(new EventId("activated-at-" + appended.toEpochMilli()), event, appended);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
