package io.gridwhistle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.events.id.CalendarCode;
import io.gridwhistle.local.folder.Calendars;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCalendarsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final BusinessCalendar office = CityReferences.calendars(
                    Calendars.of(DemoCity.class).getBytes(StandardCharsets.UTF_8))
            .find(new CalendarCode("office"))
            .orElseThrow();

    /**
     * However days are moved to and fro, a year has as many working days as it has days less its weekends and its
     * statutory holidays: 11 of them, and 13 since 2025 (国务院令第795号). A mistyped date would show.
     */
    @ParameterizedTest
    @CsvSource({"2023, 11", "2024, 11", "2025, 13", "2026, 13"})
    void aYearLosesItsWeekendsAndItsStatutoryHolidays(int year, int statutory) {
        LocalDate first = LocalDate.of(year, 1, 1);
        long weekend = first.datesUntil(first.plusYears(1))
                .filter(day -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()))
                .count();
        int working = office.measureDays(
                first.minusDays(1).atStartOfDay(ZONE).toInstant(),
                first.plusYears(1).minusDays(1).atTime(23, 0).atZone(ZONE).toInstant());
        assertThat(working).isEqualTo(first.lengthOfYear() - (int) weekend - statutory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            start            | days | closes
            2023-01-20T09:00 | 1    | 2023-01-28T18:00
            2023-09-28T09:00 | 2    | 2023-10-08T18:00
            2024-02-09T09:00 | 1    | 2024-02-18T18:00
            2024-09-30T09:00 | 5    | 2024-10-12T18:00
            2025-09-30T09:00 | 3    | 2025-10-11T18:00
            2026-02-13T09:00 | 1    | 2026-02-14T18:00
            2026-02-14T09:00 | 5    | 2026-02-28T18:00
            2026-09-30T09:00 | 3    | 2026-10-10T18:00
            """)
    void daysGoByTheNotices(LocalDateTime start, int days, LocalDateTime closes) {
        assertThat(LocalDateTime.ofInstant(office.addDays(start.atZone(ZONE).toInstant(), days), ZONE))
                .isEqualTo(closes);
    }

    @Test
    void theYearAfterTheLastNoticeIsAnEstimate() {
        assertThat(office.findPublishedUntil(LocalDate.of(2025, 11, 20))).contains(LocalDate.of(2026, 12, 31));
        assertThat(office.isEstimated(
                        LocalDate.of(2026, 12, 31).atTime(17, 0).atZone(ZONE).toInstant(),
                        LocalDate.of(2027, 1, 4).atTime(9, 0).atZone(ZONE).toInstant()))
                .isTrue();
    }
}
