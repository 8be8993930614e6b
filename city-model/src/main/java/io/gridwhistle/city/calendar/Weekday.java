package io.gridwhistle.city.calendar;

import io.gridwhistle.events.Coded;
import java.time.LocalDate;

/** A day of the week, as calendars name it. */
public enum Weekday implements Coded {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    static Weekday of(LocalDate date) {
        return values()[date.getDayOfWeek().ordinal()];
    }
}
