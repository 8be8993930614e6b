package io.gridwhistle.city.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gridwhistle.events.WarningLevel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one clock: how much time there is, or that the clock is not kept.
 *
 * @param time around the clock
 * @param workingTime 工作时: within working hours
 * @param workingDays 工作日: until the n-th working day after the first one closes
 * @param kept {@code false} where the clock is not kept; then nothing else stands
 * @param warn shares of the time after which each level warns; {@link #USUAL_WARNINGS} where absent, none where empty
 * @param breach what follows when it runs out; each clock has a usual one
 */
public record ClockRule(
        @Nullable Duration time,
        @Nullable Duration workingTime,
        @Nullable Integer workingDays,
        @Nullable Boolean kept,
        @Nullable Map<WarningLevel, Double> warn,
        @Nullable Breach breach) {
    /** 四级预警. */
    static final Map<WarningLevel, Double> USUAL_WARNINGS = Map.of(
            WarningLevel.BLUE, 0.5,
            WarningLevel.YELLOW, 0.65,
            WarningLevel.ORANGE, 0.8,
            WarningLevel.RED, 0.95);

    public ClockRule {
        if (isOff(kept)) {
            if (time != null || workingTime != null || workingDays != null) {
                throw new IllegalArgumentException("a clock that is not kept has no time");
            }
        } else {
            Amount checked = Amount.of(time, workingTime, workingDays);
        }
        requireAscending(warn == null ? Map.of() : warn);
    }

    public static ClockRule of(Amount amount) {
        return switch (amount) {
            case Amount.Time it -> new ClockRule(it.time(), null, null, null, null, null);
            case Amount.WorkingTime it -> new ClockRule(null, it.workingTime(), null, null, null, null);
            case Amount.WorkingDays it -> new ClockRule(null, null, it.workingDays(), null, null, null);
        };
    }

    public static ClockRule of(Duration time) {
        return of(Amount.of(time));
    }

    public static ClockRule notKept() {
        return new ClockRule(null, null, null, false, null, null);
    }

    /** The same with another amount of time; of a clock that is not kept, itself. */
    public ClockRule in(Amount amount) {
        ClockRule next = of(amount);
        return isOff(kept) ? this : new ClockRule(next.time, next.workingTime, next.workingDays, null, warn, breach);
    }

    public Optional<Amount> findAmount() {
        return isOff(kept) ? Optional.empty() : Optional.of(Amount.of(time, workingTime, workingDays));
    }

    @JsonIgnore
    Map<WarningLevel, Double> warnings() {
        return warn == null ? USUAL_WARNINGS : warn;
    }

    private static boolean isOff(@Nullable Boolean kept) {
        return kept != null && !kept;
    }

    private static void requireAscending(Map<WarningLevel, Double> shares) {
        double before = 0;
        for (var warning : new TreeMap<>(shares).entrySet()) {
            double share = warning.getValue();
            if (!(share > before && share < 1)) {
                throw new IllegalArgumentException(
                        "'warn': shares lie between 0 and 1 and ascend from blue over yellow and orange to red; '%s' does not"
                                .formatted(warning.getKey().code()));
            }
            before = share;
        }
    }
}
