package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule of the SLA policies: in which situations it holds, and what it says for them. */
public record Policy(
        @JsonProperty("class") String classCode,
        @Nullable Severity severity,
        @Nullable Mode mode,
        @Nullable String territory,
        Map<String, Clock> clocks,
        @Nullable Double rework,
        @Nullable Double ladder,
        @Nullable Limit suspension,
        @Nullable Limit extension,
        @Nullable String source) {

    public enum Severity {
        URGENT,
        EMERGENCY
    }

    public enum Mode {
        HOLIDAY,
        MAJOR_EVENT,
        EMERGENCY
    }

    /** ISO 8601 durations, kept as text: {@link java.time.Duration} would print {@code P7D} as {@code PT168H}. */
    public record Clock(
            @Nullable String time,
            @Nullable String workingTime,
            @Nullable Integer workingDays,
            @Nullable Boolean kept) {
        public static Clock time(String time) {
            return new Clock(time, null, null, null);
        }

        public static Clock notKept() {
            return new Clock(null, null, null, false);
        }

        public static Clock workingTime(String time) {
            return new Clock(null, time, null, null);
        }

        public static Clock workingDays(int days) {
            return new Clock(null, null, days, null);
        }
    }

    public record Limit(@Nullable Integer times, Clock longest) {}

    /** The rule for everything that no other rule says. */
    public static Policy forEverything(
            Map<String, Clock> clocks,
            double rework,
            double ladder,
            @Nullable Limit suspension,
            @Nullable Limit extension) {
        return new Policy("*", null, null, null, clocks, rework, ladder, suspension, extension, null);
    }

    public static Policy forClass(String classCode, Map<String, Clock> clocks) {
        return new Policy(classCode, null, null, null, clocks, null, null, null, null, null);
    }

    public Policy from(String source) {
        return new Policy(classCode, severity, mode, territory, clocks, rework, ladder, suspension, extension, source);
    }

    public Policy with(Severity severity) {
        return new Policy(classCode, severity, mode, territory, clocks, rework, ladder, suspension, extension, source);
    }

    public Policy in(Mode mode, @Nullable String territory) {
        return new Policy(classCode, severity, mode, territory, clocks, rework, ladder, suspension, extension, source);
    }

    public Policy and(String name, Clock clock) {
        Map<String, Clock> all = new LinkedHashMap<>();
        all.put(name, clock);
        all.putAll(clocks);
        return new Policy(classCode, severity, mode, territory, all, rework, ladder, suspension, extension, source);
    }
}
