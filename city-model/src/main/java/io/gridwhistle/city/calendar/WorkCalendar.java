package io.gridwhistle.city.calendar;

import io.gridwhistle.events.id.CalendarCode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a city, or some of its units, work: as it is written down.
 *
 * <p>A year that is not in {@code years} has not been published yet. What is known of it are the holidays of fixed date,
 * so all that is computed from it is an estimate. A calendar that names no holidays at all keeps none, in any year.
 *
 * @param source where the hours come from
 * @param hours by day of the week, in order; a day that is not named is not worked
 * @param holidaysOf another calendar, whose years and fixed holidays hold here too; then there are none of its own
 * @param fixedHolidays what is a holiday in a year that is not published
 */
public record WorkCalendar(
        CalendarCode code,
        String name,
        ZoneId timeZone,
        @Nullable String source,
        Map<Weekday, List<Span>> hours,
        @Nullable CalendarCode holidaysOf,
        @Nullable List<FixedHoliday> fixedHolidays,
        @Nullable List<PublishedYear> years) {

    /**
     * A year whose holidays are known.
     *
     * @param source the notice that names them
     * @param holidays all of them, weekends in them included
     * @param makeUpDays days of a weekend that are worked (调休)
     */
    public record PublishedYear(int year, String source, List<Holiday> holidays, List<MakeUpDay> makeUpDays) {}

    /** From the first day to the last. */
    public record Holiday(String name, LocalDate from, LocalDate to) {}

    /** A day that is worked although its day of the week is not, with the hours of another. */
    public record MakeUpDay(LocalDate date, Weekday hoursOf) {}

    /** From the first day to the last, every year; ISO 8601, such as {@code --10-01}. */
    public record FixedHoliday(String name, MonthDay from, MonthDay to) {}

    public WorkCalendar {
        hours = Map.copyOf(hours);
        fixedHolidays = fixedHolidays == null ? null : List.copyOf(fixedHolidays);
        years = years == null ? null : List.copyOf(years);
    }

    List<FixedHoliday> fixed() {
        return fixedHolidays == null ? List.of() : fixedHolidays;
    }

    List<PublishedYear> published() {
        return years == null ? List.of() : years;
    }

    List<Span> hoursOn(Weekday day) {
        return hours.getOrDefault(day, List.of());
    }

    /** This calendar's hours with the holidays of another. */
    WorkCalendar keeping(WorkCalendar other) {
        return new WorkCalendar(code, name, timeZone, source, hours, null, other.fixedHolidays, other.years);
    }
}
