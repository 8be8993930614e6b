package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a calendar of working time, such as {@code office}; a city lists its own. */
public record CalendarCode(@JsonValue String value) implements Comparable<CalendarCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarCode {
        Codes.require("calendar code", value, Codes.SLUG);
    }

    @Override
    public int compareTo(CalendarCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
