package io.gridwhistle.city;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.events.ClockKind;
import java.time.Duration;
import java.util.Map;

/**
 * The clocks of a class.
 *
 * @param classCode a class, or {@code *} for every class without a policy of its own
 * @param clocks elapsed time by clock; a clock that is not named is not kept
 * @param rework share of the handle clock that a rework gets
 * @param warnAt share of a clock after which it warns
 */
public record Policy(
        @JsonProperty("class") String classCode, Map<ClockKind, Duration> clocks, double rework, double warnAt) {
    public static final String ANY = "*";
    /** Longer than any case may take, and still a date that every database can hold. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    public Policy {
        if (!(rework > 0 && rework <= 1) || !(warnAt > 0 && warnAt < 1)) {
            throw new IllegalArgumentException(
                    "policy '%s': rework is above 0 and at most 1, warnAt between 0 and 1".formatted(classCode));
        }
        clocks.forEach((clock, duration) -> {
            if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("policy '%s': clock '%s' is above zero and at most %d days"
                        .formatted(classCode, clock.code(), LONGEST.toDays()));
            }
        });
    }
}
