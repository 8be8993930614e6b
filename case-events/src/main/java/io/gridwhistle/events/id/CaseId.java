package io.gridwhistle.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a case, derived from platform and external id, so that a repeated report finds the same case. */
public record CaseId(@JsonValue String value) implements Comparable<CaseId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        Codes.require("case id", value, Codes.CASE);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /**
     * The case that this platform reports under this external id.
     *
     * <p>130 bits of SHA-256 over both, in base 32 (26 characters of 0-9 and a-v).
     */
    public static CaseId of(PlatformId platform, String externalId) {
        return new CaseId(Digests.base32(platform.value() + "\0" + externalId, 26));
    }

    /** The case id at the head of an order or event id. Errors: {@link IllegalArgumentException} where there is none. */
    static CaseId at(String id) {
        Codes.require("id", id.length() < 26 ? id : id.substring(0, 26), Codes.CASE);
        return new CaseId(id.substring(0, 26));
    }
}
