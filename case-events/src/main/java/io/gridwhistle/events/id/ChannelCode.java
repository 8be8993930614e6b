package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of the channel a report came by, such as {@code resident-snapshot}. */
public record ChannelCode(@JsonValue String value) implements Comparable<ChannelCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelCode {
        Codes.require("channel code", value, Codes.SLUG);
    }

    @Override
    public int compareTo(ChannelCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
