package io.gridwhistle.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times times = new Times();

    @Test
    void takesTheNearestRank() {
        LongStream.rangeClosed(1, 200).map(ms -> ms * 1_000_000).forEach(times::add);

        assertThat(times.cells("200 times")).containsExactly("200 times", 200, "100.0", "180.0", "198.0", "200.0");
    }

    @Test
    void oneTimeIsEveryQuantile() {
        times.add(1_500_000);

        assertThat(times.cells("one")).containsExactly("one", 1, "1.5", "1.5", "1.5", "1.5");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(times.quantile(0.5)).isEqualTo("-");
    }
}
