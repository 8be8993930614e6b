package io.gridwhistle.log.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTokenTest {
    private static final Instant NOW = Instant.parse("2025-11-20T02:00:00Z");
    private static final Caller PLATFORM =
            new Caller("zhenghaopai", Set.of(CallerRole.PLATFORM), new PlatformId("zhenghaopai"), null, Set.of("erqi"));
    private static final Caller UNIT =
            new Caller("cleaning", Set.of(CallerRole.UNIT), null, new UnitCode("cleaning"), Set.of());

    private final CallerToken token = new CallerToken("a secret of thirty-two characters");

    @Test
    void whatIsSignedIsWhoCalls() {
        assertThat(token.verify(token.sign(PLATFORM, NOW), NOW)).contains(PLATFORM);
        assertThat(token.verify(token.sign(UNIT, NOW), NOW)).contains(UNIT);
    }

    @Test
    void aTokenHoldsForAMinute() {
        String header = token.sign(PLATFORM, NOW);
        assertThat(token.verify(header, NOW.plusSeconds(60))).contains(PLATFORM);
        assertThat(token.verify(header, NOW.plusSeconds(60).plusMillis(1))).isEmpty();
    }

    @Test
    void nobodyMakesHimselfAnOperator() {
        String header = token.sign(PLATFORM, NOW);
        int dot = header.indexOf('.');
        String body = new String(Base64.getUrlDecoder().decode(header.substring(0, dot)), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(body.replace("[\"platform\"]", "[\"operator\"]").getBytes(StandardCharsets.UTF_8));

        assertThat(body).contains("[\"platform\"]");
        assertThat(token.verify(forged + header.substring(dot), NOW)).isEmpty();
    }

    @Test
    void theSecretIsWhatCounts() {
        String header = new CallerToken("another secret of thirty-two char").sign(PLATFORM, NOW);
        assertThat(token.verify(header, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "nothing", "e30.", ".e30", "!!.!!", "e30.e30"})
    void whatIsNoTokenIsNobody(String header) {
        assertThat(token.verify(header, NOW)).isEmpty();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallerToken("x".repeat(31)))
                .withMessageContaining("32");
    }
}
