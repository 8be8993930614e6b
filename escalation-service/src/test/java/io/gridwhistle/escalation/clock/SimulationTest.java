package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand cases that live at random, each held to what must never happen to any.
 *
 * <p>{@code -Dgridwhistle.seed=N} lives the one of seed N alone and prints its log.
 */
class SimulationTest {
    private static final int SEEDS = 10_000;

    private final Happenings happened = new Happenings();
    private final ClockInvariants clocks = new ClockInvariants(happened);
    private final CaseInvariants cases = new CaseInvariants(happened);

    @Test
    void whatMustNotHappenHappensToNoCase() {
        Long single = Long.getLong("gridwhistle.seed");
        LongStream.range(single == null ? 0 : single, single == null ? SEEDS : single + 1)
                .forEach(seed -> {
                    RandomCase lived = new RandomCase(seed).live();
                    var history = new CaseHistory(lived);
                    if (single != null) {
                        System.out.println(history.print());
                    }
                    try {
                        clocks.hold(lived, history);
                        cases.hold(lived, history);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed %d: %s%n%s".formatted(seed, e.getMessage(), history.print()), e);
                    }
                });
        if (single == null) {
            assertThat(happened.times()).containsOnlyKeys(Happenings.Kind.values());
            assertThat(happened.times().values()).as("%s", happened.times()).allMatch(times -> times > SEEDS / 50);
        }
    }
}
