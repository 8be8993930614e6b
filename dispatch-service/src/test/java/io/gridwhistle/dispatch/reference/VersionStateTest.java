package io.gridwhistle.dispatch.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.Activations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Versions as they come into force, {@code moment version}, and what has become of each at a moment. */
class VersionStateTest {
    private static final List<String> VERSIONS = List.of("a", "b", "c", "d");

    @Test
    void eachVersionIsADraftOrToComeOrInForceOrWas() {
        at(25, "10 a, 20 b, 30 c", """
                b active since 20
                c scheduled to come 30
                a superseded since 10 until 20
                d checked
                """);
    }

    @Test
    void beforeTheFirstMomentNothingIsInForce() {
        at(5, "10 a", """
                a scheduled to come 10
                b checked
                c checked
                d checked
                """);
    }

    @Test
    void whatComesBackIsInForceSinceThenAndMayComeAgain() {
        at(35, "10 a, 20 b, 30 a, 40 c, 50 a", """
                a active since 30 to come 50
                c scheduled to come 40
                b superseded since 20 until 30
                d checked
                """);
    }

    @Test
    void whatIsPutInForceOnceMoreHasBeenSinceTheFirstTime() {
        at(45, "10 a, 20 b, 30 b, 40 c", """
                c active since 40
                b superseded since 20 until 40
                a superseded since 10 until 20
                d checked
                """);
    }

    private static void at(long now, String activations, String expected) {
        Activations all = Activations.NONE;
        for (String one : activations.split(", ")) {
            String[] cells = one.split(" ");
            all = all.with(new Activation(
                    new EventId("at-" + cells[0]),
                    ReferenceKind.GRID_SET,
                    cells[1],
                    Instant.ofEpochMilli(Long.parseLong(cells[0])),
                    false));
        }
        String actual = VersionState.list(VERSIONS, all, Instant.ofEpochMilli(now)).stream()
                .map(VersionStateTest::words)
                .collect(joining("\n", "", "\n"));
        assertThat(actual).isEqualTo(expected);
    }

    private static String words(VersionState it) {
        return it.version() + " " + it.state().code()
                + Optional.ofNullable(it.since())
                        .map(at -> " since " + at.toEpochMilli())
                        .orElse("")
                + Optional.ofNullable(it.until())
                        .map(at -> " until " + at.toEpochMilli())
                        .orElse("")
                + it.toCome().stream()
                        .map(next -> " to come " + next.from().toEpochMilli())
                        .collect(joining());
    }
}
