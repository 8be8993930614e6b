package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of an event, derived from what caused it, so that whoever sees it twice can tell. */
public record EventId(@JsonValue String value) implements Comparable<EventId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Codes.require("event id", value, Codes.EVENT);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** An event of a case, told apart from others of the same name by what it is about. */
    public static EventId of(CaseId caseId, String name, Object... about) {
        var id = new StringBuilder(caseId.value()).append('.').append(name);
        for (Object part : about) {
            id.append('.').append(part);
        }
        return new EventId(id.toString());
    }

    /** An event that is told apart by its content alone: the same words twice are one event. */
    public static EventId ofContent(CaseId caseId, String name, String content) {
        return of(caseId, name, Digests.base32(content, 16));
    }
}
