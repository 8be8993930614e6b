package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a grid cell, such as {@code 410103-01-03-002}. */
public record CellCode(@JsonValue String value) implements Comparable<CellCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CellCode {
        Codes.require("cell code", value, Codes.CELL);
    }

    @Override
    public int compareTo(CellCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
