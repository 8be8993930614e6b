package io.gridwhistle.city.policy;

import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.Warning;
import io.gridwhistle.events.WarningLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the policies say for one situation, in the working time of who keeps the clock.
 *
 * <p>A clock is counted around the clock or in working time; {@link #measure} and {@link #add} count as the clock does.
 */
public final class Terms {
    private final Map<ClockKind, ClockRule> clocks;
    private final double rework;
    private final double ladder;
    private final Policy.Suspension suspension;
    private final Policy.Extension extension;
    private final Policy.Supervision supervision;
    private final BusinessCalendar calendar;

    Terms(
            Map<ClockKind, ClockRule> clocks,
            double rework,
            double ladder,
            Policy.Suspension suspension,
            Policy.Extension extension,
            Policy.Supervision supervision,
            BusinessCalendar calendar) {
        this.clocks = clocks;
        this.rework = rework;
        this.ladder = ladder;
        this.suspension = suspension;
        this.extension = extension;
        this.supervision = supervision;
        this.calendar = calendar;
    }

    /** How much time a clock has; empty where it is not kept. */
    public Optional<Amount> findAmount(ClockKind clock) {
        return Optional.ofNullable(clocks.get(clock)).flatMap(ClockRule::findAmount);
    }

    /** The deadline of a clock that starts at {@code start}; empty where it is not kept. */
    public Optional<Instant> findDeadline(ClockKind clock, Instant start) {
        return findAmount(clock).map(amount -> amount.after(start, calendar));
    }

    /** The deadlines of a lead's own clocks, started together: a share of the handle clock for a rework, or one rung up. */
    public Map<ClockKind, Instant> orderDeadlines(Instant start, DispatchCause cause) {
        var deadlines = new EnumMap<ClockKind, Instant>(ClockKind.class);
        findDeadline(ClockKind.ACKNOWLEDGE, start).ifPresent(it -> deadlines.put(ClockKind.ACKNOWLEDGE, it));
        double share = switch (cause) {
            case REWORK -> rework;
            case ESCALATED -> ladder;
            default -> 1;
        };
        findAmount(ClockKind.HANDLE)
                .ifPresent(it -> deadlines.put(ClockKind.HANDLE, it.share(share).after(start, calendar)));
        return deadlines;
    }

    /** When a clock that runs from {@code start} to {@code deadline} warns, in order. */
    public List<Warning> listWarnings(ClockKind clock, Instant start, Instant deadline) {
        ClockRule rule = clocks.get(clock);
        Map<WarningLevel, Double> shares = rule == null ? ClockRule.USUAL_WARNINGS : rule.warnings();
        var warnings = new ArrayList<Warning>();
        Duration time = measure(clock, start, deadline);
        new TreeMap<>(shares).forEach((level, share) -> {
            Instant at = add(clock, start, Duration.ofMillis(Math.round(time.toMillis() * share)));
            // A clock that began after hours and ends at once has no time to warn in.
            if (at.isAfter(start) && at.isBefore(deadline)) {
                warnings.add(new Warning(level, at));
            }
        });
        return List.copyOf(warnings);
    }

    /** What follows when a clock runs out. */
    public Breach breachOf(ClockKind clock) {
        ClockRule rule = clocks.get(clock);
        return rule == null || rule.breach() == null ? Breach.usual(clock) : rule.breach();
    }

    /** Whether a clock counts working time; one that is not kept counts around the clock. */
    public boolean isWorking(ClockKind clock) {
        return findAmount(clock).map(Amount::isWorking).orElse(false);
    }

    /** How much of a clock's time lies between two moments. */
    public Duration measure(ClockKind clock, Instant start, Instant end) {
        if (isWorking(clock)) {
            return calendar.measure(start, end);
        }
        return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }

    /** The moment by which this much of a clock's time has passed; undoes {@link #measure} within working hours. */
    public Instant add(ClockKind clock, Instant start, Duration time) {
        return isWorking(clock) ? calendar.add(start, time) : start.plus(time);
    }

    /** How often a handle clock may be suspended. */
    public int suspensions() {
        return suspension.allowed();
    }

    /** Until when the handle clock may be suspended from {@code start} on, one time; empty where it may not be. */
    public Optional<Instant> findSuspensionLimit(Instant start) {
        return Optional.ofNullable(suspension.longest()).map(longest -> longest.after(start, calendar));
    }

    /** How often a handle clock may be extended. */
    public int extensions() {
        return extension.times();
    }

    /** Until when a handle clock with this deadline may be extended, one time; empty where it may not be. */
    public Optional<Instant> findExtensionLimit(Instant deadline) {
        return Optional.ofNullable(extension.longest()).map(longest -> longest.after(deadline, calendar));
    }

    /** How an alarm that nobody does anything about is repeated. */
    public Policy.Supervision supervision() {
        return supervision;
    }

    /** Share of the handle clock that a rework gets. */
    public double rework() {
        return rework;
    }

    /** Share of the handle clock that the next one up the ladder gets. */
    public double ladder() {
        return ladder;
    }

    /** Whether a clock's deadline goes by holidays that are not published yet. */
    public boolean isEstimated(ClockKind clock, Instant start, Instant deadline) {
        return isWorking(clock) && calendar.isEstimated(start, deadline);
    }

    public BusinessCalendar calendar() {
        return calendar;
    }
}
