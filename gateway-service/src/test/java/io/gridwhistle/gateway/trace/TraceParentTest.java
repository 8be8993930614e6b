package io.gridwhistle.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String SENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @CsvSource({
        SENT + "," + SENT,
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01," + SENT,
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later," + SENT
    })
    void isTakenUp(String sent, String passedOn) {
        assertThat(TraceParent.parse(List.of(sent)).map(TraceParent::toString)).contains(passedOn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void isNotWellFormed(String sent) {
        assertThat(TraceParent.parse(List.of(sent))).isEmpty();
    }

    @Test
    void ofSeveralNoneIsBelieved() {
        assertThat(TraceParent.parse(List.of(SENT, SENT))).isEmpty();
    }

    @Test
    void oneThatBeginsHereIsWellFormedAndItsOwn() {
        TraceParent begun = TraceParent.begin();
        assertThat(TraceParent.parse(List.of(begun.toString()))).contains(begun);
        assertThat(TraceParent.begin()).isNotEqualTo(begun);
    }
}
