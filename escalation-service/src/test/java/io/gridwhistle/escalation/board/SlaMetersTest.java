package io.gridwhistle.escalation.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A city of one district, one class and two rungs. */
class SlaMetersTest {
    private static final City CITY = CityReferences.city("""
            {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": ["city", "district"],
             "districts": [{"code": "erqi", "name": "Erqi"}], "channels": [],
             "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "automatic"}]}
            """.getBytes(StandardCharsets.UTF_8));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** Or the first breach after a restart is there at once, and no increase. */
    @Test
    void everySeriesOfTheCityBeginsAtZero() {
        new SlaMeters(registry).begin(CITY);
        assertThat(count("breaches", "clock", "handle")).isZero();
        assertThat(count("answered", "clock", "acknowledge", "outcome", "late")).isZero();
        assertThat(count("warnings", "clock", "overall", "level", "red")).isZero();
        assertThat(count("escalations", "level", "district")).isZero();
    }

    /** Districts and no district, by class, by clock: a breach, two outcomes, four levels; and two rungs. */
    @Test
    void thereAreNoMoreThanTheCityNames() {
        var meters = new SlaMeters(registry);
        meters.begin(CITY);
        meters.begin(CITY);
        assertThat(registry.getMeters()).hasSize(2 * (8 * (1 + 2 + 4) + 2));
    }

    private double count(String what, String... tags) {
        return registry.get("gridwhistle.sla." + what)
                .tags("district", "erqi", "class", "litter")
                .tags(tags)
                .counter()
                .count();
    }
}
