package io.gridwhistle.log.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The broker is at 1,000,000 ms when this machine counts 0. */
class LogClockTest {
    private long local;
    private final LogClock clock = new LogClock(() -> local * 1_000_000);

    @Test
    void beforeAnythingWasHeardAnythingMayHaveComeAndNothingIsOverdue() {
        assertThat(clock.mayBe(5_000_000)).isTrue();
        assertThat(clock.now()).isLessThan(1_000_000);
    }

    @Test
    void anAcknowledgementTellsTheTimeAndTheCountGoesOnFromThere() {
        local = 20;
        clock.acknowledged(0, 1_000_010);
        assertThat(clock.now()).isEqualTo(1_000_010);
        local = 520;
        assertThat(clock.mayBe(1_000_510)).isTrue();
        assertThat(clock.mayBe(1_000_511)).isFalse();
    }

    /** It may have waited anywhere for as long. */
    @Test
    void aSlowAcknowledgementDoesNotSetItBack() {
        local = 20;
        clock.acknowledged(0, 1_000_010);
        local = 9_000;
        clock.acknowledged(1_000, 1_001_010);
        assertThat(clock.now()).isEqualTo(1_008_990);
    }

    @Test
    void aRecordThatIsLaterThanItWasThoughtMovesItOnAndAnEarlierOneDoesNot() {
        clock.acknowledged(0, 1_000_000);
        clock.read(1_000_400);
        clock.read(990_000);
        assertThat(clock.now()).isEqualTo(1_000_400);
    }

    @Test
    void aBrokerThatIsSetBackIsFollowed() {
        clock.acknowledged(0, 1_000_000);
        local = 10;
        clock.acknowledged(0, 400_000);
        assertThat(clock.now()).isBetween(400_000L, 400_010L);
    }

    @Test
    void afterADoubtItAsksAgain() {
        clock.acknowledged(0, 1_000_000);
        clock.doubt();
        assertThat(clock.mayBe(2_000_000)).isTrue();
        clock.acknowledged(0, 1_600_000);
        assertThat(clock.now()).isEqualTo(1_600_000);
    }
}
