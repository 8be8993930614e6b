package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a unit, or of a post whose orders go to its desk. */
public record UnitCode(@JsonValue String value) implements Comparable<UnitCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitCode {
        Codes.require("unit code", value, Codes.CELL);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
