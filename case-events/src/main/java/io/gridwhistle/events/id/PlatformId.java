package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform a report came from: the one its credential is bound to. */
public record PlatformId(@JsonValue String value) implements Comparable<PlatformId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlatformId {
        Codes.require("platform", value, Codes.SLUG);
    }

    @Override
    public int compareTo(PlatformId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
