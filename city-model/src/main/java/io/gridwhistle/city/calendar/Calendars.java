package io.gridwhistle.city.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.city.Finding;
import io.gridwhistle.events.id.CalendarCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calendars of a city: one for all, and others that single units keep. */
public final class Calendars {
    /** As it is written down. */
    public record Document(@JsonProperty("default") CalendarCode usual, List<WorkCalendar> calendars) {}

    private final Map<CalendarCode, BusinessCalendar> byCode = new LinkedHashMap<>();
    private final BusinessCalendar usual;

    /** Errors: {@link IllegalArgumentException} with the first finding of {@link CalendarCheck}. */
    public Calendars(Document document) {
        List<Finding> findings = CalendarCheck.check(document);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.getFirst().toString());
        }
        Map<CalendarCode, WorkCalendar> written = new LinkedHashMap<>();
        document.calendars().forEach(it -> written.put(it.code(), it));
        written.forEach((code, calendar) -> byCode.put(code, new BusinessCalendar(whole(calendar, written))));
        usual = require(document.usual());
    }

    private BusinessCalendar require(CalendarCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no calendar '%s'".formatted(code)));
    }

    /** With the holidays it keeps. */
    static WorkCalendar whole(WorkCalendar calendar, Map<CalendarCode, WorkCalendar> all) {
        WorkCalendar other = calendar.holidaysOf() == null ? null : all.get(calendar.holidaysOf());
        return other == null ? calendar : calendar.keeping(other);
    }

    public Optional<BusinessCalendar> find(CalendarCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The calendar of this code; the city's where none is named, or none of that code is there any more. */
    public BusinessCalendar orUsual(@Nullable CalendarCode code) {
        return code == null ? usual : byCode.getOrDefault(code, usual);
    }

    public BusinessCalendar usual() {
        return usual;
    }

    public Collection<BusinessCalendar> listAll() {
        return byCode.values();
    }
}
