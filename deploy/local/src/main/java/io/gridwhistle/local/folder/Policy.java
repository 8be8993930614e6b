package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The clocks of a class of cases, the share of time a rework gets, and the share after which a warning is due. */
public record Policy(@JsonProperty("class") String classCode, Clocks clocks, double rework, double warnAt) {

    public Policy(String classCode, Clocks clocks) {
        this(classCode, clocks, 0.5, 0.8);
    }

    /** ISO 8601 durations, kept as text: {@link java.time.Duration} would print {@code P7D} as {@code PT168H}. */
    public record Clocks(String acknowledge, String handle, String verify, String overall) {}
}
