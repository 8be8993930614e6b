package io.gridwhistle.city.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working hours are 08:30 to 12:00 and 13:30 to 18:00; holidays those of 2025. */
class BusinessCalendarTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final BusinessCalendar office = TestCalendars.get("office");

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            start            | work    | end              | why
            2025-11-17T09:00 | PT1H    | 2025-11-17T10:00 | a Monday morning
            2025-11-17T07:00 | PT1H    | 2025-11-17T09:30 | before the opening
            2025-11-17T08:30 | PT3H30M | 2025-11-17T12:00 | used up when the morning ends
            2025-11-17T11:30 | PT1H    | 2025-11-17T14:00 | across noon
            2025-11-17T12:30 | PT30M   | 2025-11-17T14:00 | at noon
            2025-11-17T17:00 | PT1H    | 2025-11-17T18:00 | used up at closing time
            2025-11-17T17:00 | PT1H0.001S | 2025-11-18T08:30:00.001 | a millisecond more than that
            2025-11-17T18:00 | PT1H    | 2025-11-18T09:30 | at closing time
            2025-11-17T23:59 | PT8H    | 2025-11-18T18:00 | at night
            2025-11-21T17:30 | PT1H    | 2025-11-24T09:00 | over a weekend
            2025-11-22T10:00 | PT8H    | 2025-11-24T18:00 | on a Saturday
            2025-11-22T10:00 | PT0S    | 2025-11-22T10:00 | nothing ends at once
            2025-09-30T17:00 | PT2H    | 2025-10-09T09:30 | over the National Day week
            2025-10-03T10:00 | PT8H    | 2025-10-09T18:00 | within it
            2025-09-27T10:00 | PT8H    | 2025-09-28T18:00 | the Sunday before it is worked
            2025-10-10T17:00 | PT9H    | 2025-10-11T18:00 | the Saturday after it is worked
            2025-10-11T17:00 | PT2H    | 2025-10-13T09:30 | and the Sunday after that is not
            2025-01-24T17:00 | PT10H   | 2025-01-27T09:30 | the Sunday before Spring Festival is worked
            2025-01-27T17:00 | PT2H    | 2025-02-05T09:30 | over Spring Festival
            2025-02-07T17:00 | PT9H    | 2025-02-08T18:00 | the Saturday after it is worked
            2025-12-31T17:00 | PT2H    | 2026-01-02T09:30 | New Year is known in a year that is not published
            """)
    void countsWorkingTime(LocalDateTime start, Duration work, LocalDateTime end, String why) {
        assertThat(local(office.add(at(start), work))).as(why).isEqualTo(end);
        assertThat(office.measure(at(start), at(end))).isEqualTo(work);
    }

    /** The day of the start is not counted, whenever on it the clock begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            start            | days | end              | why
            2025-11-17T09:00 | 1    | 2025-11-18T18:00 | a Monday
            2025-11-17T06:00 | 1    | 2025-11-18T18:00 | before the opening
            2025-11-17T23:00 | 1    | 2025-11-18T18:00 | after closing
            2025-11-21T17:59 | 1    | 2025-11-24T18:00 | over a weekend
            2025-11-22T10:00 | 1    | 2025-11-24T18:00 | on a Saturday
            2025-11-21T09:00 | 5    | 2025-11-28T18:00 | a week
            2025-09-26T09:00 | 1    | 2025-09-28T18:00 | the Sunday before the National Day week is worked
            2025-09-30T09:00 | 1    | 2025-10-09T18:00 | over the National Day week
            2025-10-05T09:00 | 1    | 2025-10-09T18:00 | within it
            2025-09-30T09:00 | 3    | 2025-10-11T18:00 | the Saturday after it is worked
            2025-09-30T09:00 | 4    | 2025-10-13T18:00 | and the Sunday after that is not
            2025-01-27T09:00 | 3    | 2025-02-07T18:00 | over Spring Festival
            2025-01-27T09:00 | 4    | 2025-02-08T18:00 | the Saturday after it is worked
            2025-12-31T09:00 | 1    | 2026-01-02T18:00 | New Year is known in a year that is not published
            2025-12-31T09:00 | 0    | 2025-12-31T09:00 | none ends at once
            """)
    void countsWorkingDays(LocalDateTime start, int days, LocalDateTime end, String why) {
        assertThat(local(office.addDays(at(start), days))).as(why).isEqualTo(end);
        assertThat(office.measureDays(at(start), at(end))).isEqualTo(days);
    }

    @Test
    void nothingIsMeasuredBackwards() {
        assertThat(office.measure(at("2025-11-18T09:00"), at("2025-11-17T09:00")))
                .isZero();
        assertThat(office.measureDays(at("2025-11-18T09:00"), at("2025-11-10T09:00")))
                .isZero();
    }

    @Test
    void aDayCountsOnceItHasClosed() {
        assertThat(office.measureDays(at("2025-11-17T09:00"), at("2025-11-18T17:59:59.999")))
                .isZero();
        assertThat(office.measureDays(at("2025-11-17T09:00"), at("2025-11-18T18:00")))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-11-17T08:30        | 2025-11-17T08:30
            2025-11-17T11:59:59.999 | 2025-11-17T11:59:59.999
            2025-11-17T12:00        | 2025-11-17T13:30
            2025-11-17T18:00        | 2025-11-18T08:30
            2025-10-01T09:00        | 2025-10-09T08:30
            2025-10-11T07:00        | 2025-10-11T08:30
            """)
    void worksNextAt(LocalDateTime at, LocalDateTime next) {
        assertThat(local(office.next(at(at)))).isEqualTo(next);
        assertThat(office.isWorking(at(at))).isEqualTo(at.equals(next));
    }

    @Test
    void aYearThatIsNotPublishedIsAnEstimate() {
        assertThat(office.isEstimated(at("2025-01-01T00:00"), at("2025-12-31T23:59")))
                .isFalse();
        assertThat(office.isEstimated(at("2025-12-31T17:00"), at("2026-01-02T09:30")))
                .isTrue();
        assertThat(office.isEstimated(at("2024-12-31T23:59"), at("2025-01-01T00:00")))
                .isTrue();
        assertThat(office.findPublishedUntil(LocalDate.of(2025, 6, 1))).contains(LocalDate.of(2025, 12, 31));
        assertThat(office.findPublishedUntil(LocalDate.of(2026, 6, 1))).contains(LocalDate.of(2025, 12, 31));
    }

    @Test
    void whoKeepsNoHolidaysNeverEstimates() {
        BusinessCalendar duty = TestCalendars.get("duty");
        assertThat(duty.isEstimated(at("2025-12-31T17:00"), at("2099-01-02T09:30")))
                .isFalse();
        assertThat(duty.findPublishedUntil(LocalDate.of(2026, 6, 1))).isEmpty();
    }

    @Test
    void aCalendarMayKeepTheHolidaysOfAnother() {
        BusinessCalendar street = TestCalendars.get("street");
        assertThat(local(street.add(at("2025-09-29T17:00"), Duration.ofHours(2))))
                .as("Saturday the 4th is a holiday, Saturday the 11th is worked like a Monday")
                .isEqualTo(LocalDateTime.parse("2025-10-11T09:30"));
        assertThat(local(street.add(at("2025-10-11T13:30"), Duration.ofHours(5))))
                .isEqualTo(LocalDateTime.parse("2025-10-13T09:00"));
    }

    /** In Los Angeles 02:00 to 03:00 is leapt over on 9 March 2025, and 01:00 to 02:00 is passed twice on 2 November. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            night | 2025-03-08T18:00-08:00 | PT11H | 2025-03-09T06:00-07:00 | the night has eleven hours
            night | 2025-03-09T01:30-08:00 | PT1H  | 2025-03-09T03:30-07:00 | across the leap
            night | 2025-11-01T18:00-07:00 | PT13H | 2025-11-02T06:00-08:00 | the night has thirteen hours
            night | 2025-11-02T00:30-07:00 | PT1H  | 2025-11-02T01:30-07:00 | the first half past one
            night | 2025-11-02T00:30-07:00 | PT2H  | 2025-11-02T01:30-08:00 | the second
            duty  | 2025-03-09T00:00-08:00 | PT24H | 2025-03-10T01:00-07:00 | around the clock a day of 23 hours is none of 24
            duty  | 2025-11-02T00:00-07:00 | PT24H | 2025-11-02T23:00-08:00 | nor is one of 25
            """)
    void hoursAreThoseThatPass(String code, OffsetDateTime start, Duration work, OffsetDateTime end, String why) {
        BusinessCalendar calendar = TestCalendars.get(code);
        assertThat(calendar.add(start.toInstant(), work)).as(why).isEqualTo(end.toInstant());
        assertThat(calendar.measure(start.toInstant(), end.toInstant())).isEqualTo(work);
    }

    @Test
    void aWorkingDayEndsAtItsOwnMidnight() {
        assertThat(TestCalendars.get("duty").addDays(Instant.parse("2025-03-08T20:00:00Z"), 1))
                .isEqualTo(OffsetDateTime.parse("2025-03-10T00:00-07:00").toInstant());
    }

    private static Instant at(String time) {
        return at(LocalDateTime.parse(time));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }
}
