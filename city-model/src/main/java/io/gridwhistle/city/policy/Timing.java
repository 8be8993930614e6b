package io.gridwhistle.city.policy;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.city.calendar.Calendars;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that clocks go by, in the versions in force. */
public record Timing(City city, Units units, Calendars calendars, Policies policies) {

    /** What holds in a situation: in the working time of its unit where that has one of its own, else in the city's. */
    public Terms in(Situation situation) {
        UnitCode desk = situation.unit();
        Unit unit = desk == null ? null : units.find(desk).orElse(null);
        return policies.in(situation, calendars.orUsual(unit == null ? null : unit.calendar()));
    }

    /** How urgent a case is: as it was reported, else as its class usually is. */
    public Severity severity(ClassCode classCode, @Nullable Severity reported) {
        return reported != null ? reported : city.severityOf(classCode);
    }

    /** The calendars that some clock may go by: the city's, and those of its units. */
    public Set<BusinessCalendar> listCalendars() {
        var kept = new LinkedHashSet<>(Set.of(calendars.usual()));
        units.listAll().forEach(unit -> kept.add(calendars.orUsual(unit.calendar())));
        return kept;
    }

    /**
     * For how many days after this one the holidays are published that clocks go by; below 0 where they are not even today.
     *
     * <p>Empty where no clock counts working time, or nobody keeps holidays.
     */
    public OptionalLong findPublishedDays(LocalDate today) {
        if (policies.listAll().stream().noneMatch(Policy::countsWorkingTime)) {
            return OptionalLong.empty();
        }
        return listCalendars().stream()
                .flatMap(calendar -> calendar.findPublishedUntil(today).stream())
                .mapToLong(until -> ChronoUnit.DAYS.between(today, until))
                .min();
    }

    /** Whether the city has this class, or has given it up: then only what holds for every class holds. */
    public boolean knows(ClassCode classCode) {
        return city.findClass(classCode).isPresent();
    }
}
