package io.gridwhistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class NdjsonLinesTest {
    private static final String TOO_LONG = "too long";

    /** However the network cuts it, also through the middle of a character. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 1000})
    void linesAreTheSameHoweverTheyAreCut(int bytes) {
        assertThat(lines(cut("{\"title\":\"垃圾\"}\n{\"title\":\"噪音\"}\n", bytes)))
                .containsExactly("{\"title\":\"垃圾\"}", "{\"title\":\"噪音\"}");
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(lines(List.of("1\n2"))).containsExactly("1", "2");
    }

    @Test
    void linesMayEndTheWayWindowsEndsThem() {
        assertThat(lines(List.of("1\r\n2\r", "\n"))).extracting(String::strip).containsExactly("1", "2");
    }

    @Test
    void blankLinesArePassedOver() {
        assertThat(lines(List.of("\n1\n\n \t\r\n2\n\n"))).containsExactly("1", "2");
        assertThat(lines(List.of(""))).isEmpty();
        assertThat(lines(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 65_536, 10_000_000})
    void aLineThatIsTooLongCostsItselfAlone(int bytes) {
        String longest = "x".repeat(NdjsonLines.MAX_BYTES);
        assertThat(lines(cut("1\n" + longest + "x\n2\n" + longest + "\n" + longest.repeat(3), bytes)))
                .containsExactly("1", TOO_LONG, "2", longest, TOO_LONG);
    }

    private static List<String> cut(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        return Flux.range(0, (all.length + bytes - 1) / bytes)
                .map(i -> Arrays.copyOfRange(all, i * bytes, Math.min(all.length, (i + 1) * bytes)))
                // One character a byte, so that a piece may end within a character.
                .map(piece -> new String(piece, StandardCharsets.ISO_8859_1))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static List<String> lines(List<String> pieces) {
        Flux<DataBuffer> body = Flux.fromIterable(pieces)
                .map(piece ->
                        DefaultDataBufferFactory.sharedInstance.wrap(piece.getBytes(StandardCharsets.ISO_8859_1)));
        return NdjsonLines.of(body)
                .map(line -> line.tooLong() ? TOO_LONG : new String(line.bytes(), StandardCharsets.UTF_8))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
