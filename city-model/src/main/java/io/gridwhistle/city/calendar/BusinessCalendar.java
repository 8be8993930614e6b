package io.gridwhistle.city.calendar;

import io.gridwhistle.city.calendar.WorkCalendar.FixedHoliday;
import io.gridwhistle.city.calendar.WorkCalendar.Holiday;
import io.gridwhistle.city.calendar.WorkCalendar.MakeUpDay;
import io.gridwhistle.city.calendar.WorkCalendar.PublishedYear;
import io.gridwhistle.events.id.CalendarCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts working time.
 *
 * <p>Every moment is compared to the millisecond, as log time is. Years are summed up when they are first asked for, so
 * that an answer takes a look-up in each year it reaches into, however long the time.
 */
public final class BusinessCalendar {
    /** So that every search ends: no time that a policy may name reaches further than some years. */
    static final Duration LEAST_HOURS = Duration.ofHours(200);

    static final int LEAST_DAYS = 50;

    private final WorkCalendar calendar;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Map<LocalDate, Weekday> makeUpDays = new HashMap<>();
    private final Set<Integer> published = new HashSet<>();
    private final Map<Integer, WorkYear> years = new ConcurrentHashMap<>();

    /**
     * Of a calendar whose holidays are its own.
     *
     * <p>Errors: {@link IllegalArgumentException} where a year has next to no working time.
     */
    BusinessCalendar(WorkCalendar calendar) {
        this.calendar = calendar;
        for (PublishedYear year : calendar.published()) {
            published.add(year.year());
            for (Holiday holiday : year.holidays()) {
                holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(holidays::add);
            }
            for (MakeUpDay day : year.makeUpDays()) {
                makeUpDays.put(day.date(), day.hoursOf());
            }
        }
        published.forEach(this::requireWork);
        // A year like those that nobody has published.
        requireWork(published.stream().max(Integer::compare).orElse(2000) + 1);
    }

    private void requireWork(int year) {
        WorkYear sum = year(year);
        if (sum.worked() < LEAST_HOURS.toMillis() || sum.workedDays() < LEAST_DAYS) {
            throw new IllegalArgumentException(
                    "calendar '%s' works %d hours on %d days of %d; at least %d hours on %d days are needed"
                            .formatted(
                                    calendar.code(),
                                    Duration.ofMillis(sum.worked()).toHours(),
                                    sum.workedDays(),
                                    year,
                                    LEAST_HOURS.toHours(),
                                    LEAST_DAYS));
        }
    }

    public CalendarCode code() {
        return calendar.code();
    }

    /**
     * The earliest moment by which this much working time has passed since {@code start}.
     *
     * <p>From outside working hours it counts from the next opening. Used up at closing time, it ends there. No time at
     * all ends at once.
     */
    public Instant add(Instant start, Duration work) {
        if (work.toMillis() <= 0) {
            return start;
        }
        int year = yearAt(start.toEpochMilli());
        long left = year(year).workedBefore(start.toEpochMilli()) + work.toMillis();
        while (left > year(year).worked()) {
            left -= year(year).worked();
            year++;
        }
        return Instant.ofEpochMilli(year(year).reached(left));
    }

    /**
     * When the n-th working day after the day of {@code start} closes; {@code start}'s own day is not counted.
     *
     * <p>Source: Civil Code of the People's Republic of China, articles 201 and 203: the first day is not counted, and the
     * last one ends with business hours.
     */
    public Instant addDays(Instant start, int days) {
        if (days <= 0) {
            return start;
        }
        int year = yearAt(start.toEpochMilli());
        int left = year(year).workedDaysThrough(start.toEpochMilli()) + days;
        while (left > year(year).workedDays()) {
            left -= year(year).workedDays();
            year++;
        }
        return Instant.ofEpochMilli(year(year).closed(left));
    }

    /** The working time between two moments; none where the second is not after the first. */
    public Duration measure(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            return Duration.ZERO;
        }
        int year = yearAt(start.toEpochMilli());
        int last = yearAt(end.toEpochMilli());
        long sum = -year(year).workedBefore(start.toEpochMilli());
        for (; year < last; year++) {
            sum += year(year).worked();
        }
        return Duration.ofMillis(sum + year(last).workedBefore(end.toEpochMilli()));
    }

    /** The working days after {@code start}'s own that have closed by {@code end}. */
    public int measureDays(Instant start, Instant end) {
        int year = yearAt(start.toEpochMilli());
        int last = yearAt(end.toEpochMilli());
        int sum = -year(year).workedDaysThrough(start.toEpochMilli());
        for (; year < last; year++) {
            sum += year(year).workedDays();
        }
        return Math.max(0, sum + year(last).closedBy(end.toEpochMilli()));
    }

    /** The moment itself where it is in working hours, else the next opening. */
    public Instant next(Instant at) {
        return add(at, Duration.ofMillis(1)).minusMillis(1);
    }

    public boolean isWorking(Instant at) {
        return next(at).toEpochMilli() == at.toEpochMilli();
    }

    /** Whether the time between two moments reaches into a year that is not published. */
    public boolean isEstimated(Instant start, Instant end) {
        if (keepsNoHolidays()) {
            return false;
        }
        for (int year = yearAt(start.toEpochMilli()); year <= yearAt(end.toEpochMilli()); year++) {
            if (!published.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** The last day from {@code from} on up to which every day is published; empty where no end to it is known, or none is. */
    public Optional<LocalDate> findPublishedUntil(LocalDate from) {
        if (keepsNoHolidays()) {
            return Optional.empty();
        }
        int year = from.getYear();
        while (published.contains(year)) {
            year++;
        }
        return Optional.of(LocalDate.of(year, 1, 1).minusDays(1));
    }

    public Optional<LocalDate> findFirstPublished() {
        return published.stream().min(Integer::compare).map(year -> LocalDate.of(year, 1, 1));
    }

    public Optional<LocalDate> findLastPublished() {
        return published.stream().max(Integer::compare).map(year -> LocalDate.of(year, 12, 31));
    }

    public boolean keepsNoHolidays() {
        return published.isEmpty() && calendar.fixed().isEmpty();
    }

    private int yearAt(long time) {
        int year = Instant.ofEpochMilli(time).atZone(calendar.timeZone()).getYear();
        if (year(year).isAfter(time)) {
            return year - 1;
        }
        return year(year).isBefore(time) ? year + 1 : year;
    }

    private WorkYear year(int year) {
        return years.computeIfAbsent(year, it -> new WorkYear(it, calendar.timeZone(), this::hoursOn));
    }

    private List<Span> hoursOn(LocalDate date) {
        Weekday makeUp = makeUpDays.get(date);
        if (makeUp != null) {
            return calendar.hoursOn(makeUp);
        }
        return isHoliday(date) ? List.of() : calendar.hoursOn(Weekday.of(date));
    }

    private boolean isHoliday(LocalDate date) {
        if (holidays.contains(date)) {
            return true;
        }
        MonthDay day = MonthDay.from(date);
        return !published.contains(date.getYear()) && calendar.fixed().stream().anyMatch(it -> isIn(it, day));
    }

    private static boolean isIn(FixedHoliday holiday, MonthDay day) {
        return !day.isBefore(holiday.from()) && !day.isAfter(holiday.to());
    }
}
