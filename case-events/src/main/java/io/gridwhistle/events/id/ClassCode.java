package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a case class, such as {@code consumer-complaint}; a city lists its own. */
public record ClassCode(@JsonValue String value) implements Comparable<ClassCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClassCode {
        Codes.require("class code", value, Codes.SLUG);
    }

    @Override
    public int compareTo(ClassCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
