package io.gridwhistle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times of two ways are compared only where both answer the same. */
class LevelByLevelTest {
    private static final DemoTables TABLES = DemoTables.read();
    private final LevelByLevel baseline = new LevelByLevel(TABLES.gridSet());

    @ParameterizedTest
    @EnumSource
    void answersAsTheGridSetDoes(Where where) {
        var anyClass = TABLES.city().classes().getFirst().code();

        assertThat(where.draw(TABLES.gridSet(), 2_000))
                .allSatisfy(point -> assertThat(baseline.find(point))
                        .isEqualTo(OwningCells.find(TABLES.gridSet(), point, anyClass)));
    }

    @Test
    void nobodyOwnsAPointOutside() {
        assertThat(baseline.find(new Point(0, 0)).path()).isEmpty();
    }
}
