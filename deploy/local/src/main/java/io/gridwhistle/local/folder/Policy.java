package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The clocks of a class of cases, the share of time a rework gets, and the share after which a warning is due. */
public record Policy(@JsonProperty("class") String classCode, Clocks clocks, double rework, double warnAt) {

    public Policy(String classCode, Clocks clocks) {
        this(classCode, clocks, 0.5, 0.8);
    }

    /**
     * ISO 8601 durations, kept as text: {@link java.time.Duration} would print {@code P7D} as {@code PT168H}.
     *
     * @param accept kept where a desk accepts
     */
    public record Clocks(@Nullable String accept, String acknowledge, String handle, String verify, String overall) {
        public Clocks(String acknowledge, String handle, String verify, String overall) {
            this(null, acknowledge, handle, verify, overall);
        }

        public Clocks withAccept(String time) {
            return new Clocks(time, acknowledge, handle, verify, overall);
        }
    }
}
