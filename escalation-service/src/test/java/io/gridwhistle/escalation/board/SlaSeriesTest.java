package io.gridwhistle.escalation.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlaSeriesTest {
    private static final String CITY = """
            {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": ["l1"],
             "districts": [{"code": "erqi", "name": "Erqi"}], "channels": [],
             "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "automatic"}]}
            """;

    private final References references = mock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SlaSeries series = new SlaSeries(references, new SlaMeters(registry));

    @Test
    void aCitysCountersBeginAtNought() {
        hasInForce(CITY);
        series.look();
        assertThat(registry.get("gridwhistle.sla.breaches")
                        .tags("district", "erqi", "class", "litter", "clock", "acknowledge")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void afterACityThatCannotBeReadComesTheNextOne() {
        hasInForce("{}");
        series.look();
        assertThat(registry.getMeters()).isEmpty();
        hasInForce(CITY);
        series.look();
        assertThat(registry.find("gridwhistle.sla.breaches").counters()).isNotEmpty();
    }

    private void hasInForce(String city) {
        when(references.findActive(ReferenceKind.CITY))
                .thenReturn(Optional.of(Reference.of(ReferenceKind.CITY, city.getBytes(StandardCharsets.UTF_8))));
    }
}
