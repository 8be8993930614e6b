package io.gridwhistle.city.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.UnitCode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule: in which situations it holds, and what it says for them. What it does not say, a less specific rule says.
 *
 * @param classCode a class, or {@code *} for every class
 * @param severity absent for every one
 * @param mode absent for every one
 * @param unit whose orders, and those of the posts whose desk it is; absent for everybody's
 * @param territory a district, a cell or an exclusive grid; absent for the whole city
 * @param rework share of the handle clock that a rework gets
 * @param ladder share of the handle clock that the next one up the ladder gets
 * @param source where the figures come from
 */
public record Policy(
        @JsonProperty("class") String classCode,
        @Nullable Severity severity,
        @Nullable OperatingMode mode,
        @Nullable UnitCode unit,
        @Nullable String territory,
        @Nullable Map<ClockKind, ClockRule> clocks,
        @Nullable Double rework,
        @Nullable Double ladder,
        @Nullable Suspension suspension,
        @Nullable Extension extension,
        @Nullable Supervision supervision,
        @Nullable String source) {
    public static final String ANY = "*";

    /**
     * 挂账: how often a handle clock may stand still, and how long each time at most; not at all where {@code longest} is
     * absent.
     *
     * @param times once where it is absent
     */
    public record Suspension(
            @Nullable Integer times, @Nullable Amount longest) {
        static final Suspension NONE = new Suspension(null, null);
        private static final int MOST = 10;

        public Suspension {
            if (times != null && (times < 1 || times > MOST || longest == null)) {
                throw new IllegalArgumentException(
                        "'suspension': 'times' is 1 to %d, and stands beside 'longest' alone".formatted(MOST));
            }
        }

        int allowed() {
            return longest == null ? 0 : Objects.requireNonNullElse(times, 1);
        }
    }

    /**
     * 延期: how often a handle clock may be given more time, and how much each time at most.
     *
     * @param longest stands where {@code times} is above 0
     */
    public record Extension(int times, @Nullable Amount longest) {
        static final Extension NONE = new Extension(0, null);
        private static final int MOST = 10;

        public Extension {
            if (times < 0 || times > MOST || (times > 0) != (longest != null)) {
                throw new IllegalArgumentException(
                        "'extension': 'times' is 0 to %d, and 'longest' stands where it is above 0".formatted(MOST));
            }
        }
    }

    /**
     * 督办: how an alarm that nobody does anything about is repeated.
     *
     * @param every around the clock
     * @param times how often at most, the first one included
     */
    public record Supervision(Duration every, int times) {
        static final Supervision USUAL = new Supervision(Duration.ofHours(4), 10);
        private static final int MOST = 100;

        public Supervision {
            if (every.toMillis() <= 0 || every.compareTo(Amount.LONGEST_TIME) > 0 || times < 1 || times > MOST) {
                throw new IllegalArgumentException(
                        "'supervision': 'every' is above zero and at most %d days, 'times' is 1 to %d"
                                .formatted(Amount.LONGEST_TIME.toDays(), MOST));
            }
        }
    }

    public Policy {
        requireShare("rework", rework);
        requireShare("ladder", ladder);
        clocks = clocks == null ? null : Map.copyOf(clocks);
    }

    /** Errors: {@link IllegalArgumentException} unless the share is above 0 and at most 1. */
    private static void requireShare(String name, @Nullable Double share) {
        if (share != null && !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("'%s' is above 0 and at most 1".formatted(name));
        }
    }

    /** The rule for everything that no other rule says; it allows neither suspension nor extension. */
    public static Policy forEverything(Map<ClockKind, ClockRule> clocks, double rework, double ladder) {
        return new Policy(ANY, null, null, null, null, clocks, rework, ladder, null, null, null, null);
    }

    public static Policy forClass(String classCode, Map<ClockKind, ClockRule> clocks) {
        return new Policy(classCode, null, null, null, null, clocks, null, null, null, null, null, null);
    }

    public Policy withClocks(Map<ClockKind, ClockRule> next) {
        return new Policy(
                classCode,
                severity,
                mode,
                unit,
                territory,
                next,
                rework,
                ladder,
                suspension,
                extension,
                supervision,
                source);
    }

    /** Whether it holds in every situation. */
    @JsonIgnore
    boolean isForEverything() {
        return classCode.equals(ANY) && severity == null && mode == null && unit == null && territory == null;
    }

    /** Whether a calendar is needed for something that it says. */
    boolean countsWorkingTime() {
        var amounts = Stream.concat(
                named().values().stream().flatMap(clock -> clock.findAmount().stream()),
                Stream.of(
                                suspension == null ? null : suspension.longest(),
                                extension == null ? null : extension.longest())
                        .filter(Objects::nonNull));
        return amounts.anyMatch(Amount::isWorking);
    }

    /** The time that this rule itself gives a clock. */
    Optional<Amount> findAmount(ClockKind clock) {
        return Optional.ofNullable(named().get(clock)).flatMap(ClockRule::findAmount);
    }

    Map<ClockKind, ClockRule> named() {
        return clocks == null ? Map.of() : clocks;
    }
}
