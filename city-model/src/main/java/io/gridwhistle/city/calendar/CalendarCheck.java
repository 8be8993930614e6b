package io.gridwhistle.city.calendar;

import io.gridwhistle.city.Finding;
import io.gridwhistle.city.calendar.WorkCalendar.FixedHoliday;
import io.gridwhistle.city.calendar.WorkCalendar.Holiday;
import io.gridwhistle.city.calendar.WorkCalendar.MakeUpDay;
import io.gridwhistle.city.calendar.WorkCalendar.PublishedYear;
import io.gridwhistle.events.id.CalendarCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what cannot be meant in calendars. */
public final class CalendarCheck {
    /** A notice may begin a holiday in the last days of the year before. */
    private static final int DAYS_AROUND = 31;

    private final Map<CalendarCode, WorkCalendar> byCode = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private CalendarCheck() {}

    /** Everything that is wrong, in the order of the document. */
    public static List<Finding> check(Calendars.Document document) {
        return new CalendarCheck().all(document);
    }

    private List<Finding> all(Calendars.Document document) {
        List<WorkCalendar> calendars = document.calendars();
        for (int i = 0; i < calendars.size(); i++) {
            if (byCode.put(calendars.get(i).code(), calendars.get(i)) != null) {
                add(
                        "/calendars/%d/code".formatted(i),
                        "'%s' stands twice".formatted(calendars.get(i).code()));
            }
        }
        if (!byCode.containsKey(document.usual())) {
            add("/default", "'%s' is none of the calendars: %s".formatted(document.usual(), byCode.keySet()));
        }
        for (int i = 0; i < calendars.size(); i++) {
            calendar("/calendars/" + i, calendars.get(i));
        }
        return findings;
    }

    private void calendar(String at, WorkCalendar calendar) {
        int before = findings.size();
        for (Weekday day : Weekday.values()) {
            hours(at + "/hours/" + day.code(), calendar.hoursOn(day));
        }
        holidays(at, calendar);
        List<FixedHoliday> fixed = calendar.fixed();
        for (int i = 0; i < fixed.size(); i++) {
            if (fixed.get(i).from().isAfter(fixed.get(i).to())) {
                add("%s/fixedHolidays/%d/to".formatted(at, i), "is before 'from'; one that crosses the year is two");
            }
        }
        Set<Integer> years = new HashSet<>();
        List<PublishedYear> published = calendar.published();
        for (int i = 0; i < published.size(); i++) {
            String year = "%s/years/%d".formatted(at, i);
            if (!years.add(published.get(i).year())) {
                add(year + "/year", "%d stands twice".formatted(published.get(i).year()));
            }
            days(year, published.get(i), calendar);
        }
        if (findings.size() == before) {
            work(at, calendar);
        }
    }

    private void hours(String at, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).open() < spans.get(i - 1).close()) {
                add(at + "/" + i, "'%s' begins before '%s' ends".formatted(spans.get(i), spans.get(i - 1)));
            }
        }
    }

    private void holidays(String at, WorkCalendar calendar) {
        if (calendar.holidaysOf() == null) {
            return;
        }
        WorkCalendar other = byCode.get(calendar.holidaysOf());
        if (other == null) {
            add(at + "/holidaysOf", "'%s' is none of the calendars".formatted(calendar.holidaysOf()));
        } else if (other.holidaysOf() != null) {
            add(at + "/holidaysOf", "'%s' has none of its own; name '%s'".formatted(other.code(), other.holidaysOf()));
        }
        if (!calendar.fixed().isEmpty() || !calendar.published().isEmpty()) {
            add(at + "/holidaysOf", "stands beside holidays of its own; it is the one or the other");
        }
    }

    private void days(String at, PublishedYear year, WorkCalendar calendar) {
        Set<LocalDate> off = new HashSet<>();
        List<Holiday> holidays = year.holidays();
        for (int i = 0; i < holidays.size(); i++) {
            Holiday holiday = holidays.get(i);
            String name = "%s/holidays/%d".formatted(at, i);
            if (holiday.from().isAfter(holiday.to())) {
                add(name + "/to", "is before 'from'");
            } else if (!isAround(holiday.from(), year) || !isAround(holiday.to(), year)) {
                add(name, "%s to %s is no holiday of %d".formatted(holiday.from(), holiday.to(), year.year()));
            } else {
                holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(off::add);
            }
        }
        List<MakeUpDay> makeUpDays = year.makeUpDays();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < makeUpDays.size(); i++) {
            makeUp("%s/makeUpDays/%d".formatted(at, i), makeUpDays.get(i), year, off, seen, calendar);
        }
    }

    private void makeUp(
            String at,
            MakeUpDay day,
            PublishedYear year,
            Set<LocalDate> off,
            Set<LocalDate> seen,
            WorkCalendar calendar) {
        if (!isAround(day.date(), year)) {
            add(at + "/date", "'%s' is no day of %d".formatted(day.date(), year.year()));
        }
        if (off.contains(day.date())) {
            add(at + "/date", "'%s' is a holiday".formatted(day.date()));
        }
        if (!seen.add(day.date())) {
            add(at + "/date", "'%s' stands twice".formatted(day.date()));
        }
        // Other calendars with these holidays may work on that day of the week all the same.
        Weekday weekday = Weekday.of(day.date());
        if (!calendar.hoursOn(weekday).isEmpty()) {
            add(at + "/date", "'%s' is a %s, which is worked anyway".formatted(day.date(), weekday.code()));
        }
        if (calendar.hoursOn(day.hoursOf()).isEmpty()) {
            add(
                    at + "/hoursOf",
                    "no hours are worked on a %s".formatted(day.hoursOf().code()));
        }
    }

    private static boolean isAround(LocalDate date, PublishedYear year) {
        return date.plusDays(DAYS_AROUND).getYear() >= year.year()
                && date.minusDays(DAYS_AROUND).getYear() <= year.year();
    }

    private void work(String at, WorkCalendar calendar) {
        try {
            BusinessCalendar unused = new BusinessCalendar(Calendars.whole(calendar, byCode));
        } catch (IllegalArgumentException e) {
            add(at, String.valueOf(e.getMessage()));
        }
    }

    private void add(String pointer, String detail) {
        findings.add(new Finding(pointer, detail));
    }
}
