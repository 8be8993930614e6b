package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.UnitCode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {
    private static final List<UnitCode> UNITS = List.of(new UnitCode("a"), new UnitCode("b"), new UnitCode("c"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1M  | 2025-01-31 | 2025-01-31 | a
            P1M  | 2025-01-31 | 2025-02-27 | a
            P1M  | 2025-01-31 | 2025-02-28 | b
            P1M  | 2025-01-01 | 2024-12-31 | c
            P1W  | 2025-01-06 | 2025-01-19 | b
            P1D  | 1900-01-01 | 9999-12-31 | b
            P1M  | 2200-12-31 | 0001-01-01 | a
            P1M1D | 2025-01-01 | 2025-02-01 | a
            P100Y | 2025-01-01 | 1924-12-31 | b
            """)
    void eachDayIsSomebodysTurn(Period every, LocalDate from, LocalDate day, String unit) {
        assertThat(new Lead(UNITS, every, from).on(day)).hasToString(unit);
    }

    /** Counted turn by turn from the first. */
    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P3D", "P1M", "P1M1D", "P2M30D", "P1Y", "P7Y3D"})
    void turnsFollowEachOther(Period every) {
        LocalDate from = LocalDate.of(1996, 2, 29);
        var lead = new Lead(UNITS, every, from);
        for (int turn = 0; turn < 1_000; turn++) {
            LocalDate start = from.plusMonths(every.toTotalMonths() * turn).plusDays((long) every.getDays() * turn);
            assertThat(lead.on(start)).as("%s", start).isEqualTo(UNITS.get(turn % 3));
            assertThat(lead.on(start.minusDays(1))).as("before %s", start).isEqualTo(UNITS.get((turn + 2) % 3));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            P1M           | +999999999-12-01 | 'from' is a day between 1900-01-01 and 2200-12-31
            P1M           | 1899-12-31       | 'from' is a day between
            P2147483647D  | 2025-01-01       | a turn lasts a day at least and a hundred years at most
            P1M2000000000D | 2025-01-01      | a hundred years at most
            P99Y400D      | 2025-01-01       | a hundred years at most
            P101Y         | 2025-01-01       | a hundred years at most
            P0D           | 2025-01-01       | a day at least
            P1M           | soon             | from: '2025-01-01'
            """)
    void aTurnThatNobodyMeansIsTold(String every, String from, String detail) {
        var json = Json.MAPPER.readTree("""
                {"rotation": ["a", "b"], "every": "%s", "from": "%s"}
                """.formatted(every, from));
        assertThatIllegalArgumentException().isThrownBy(() -> Lead.of(json)).withMessageContaining(detail);
    }
}
