package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a district, or of the city for what belongs to none of them. */
public record DistrictCode(@JsonValue String value) implements Comparable<DistrictCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DistrictCode {
        Codes.require("district code", value, Codes.SLUG);
    }

    @Override
    public int compareTo(DistrictCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
