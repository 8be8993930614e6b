package io.gridwhistle.city;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.id.ClassCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SLA policies of a city: what the time for each clock of each class is. */
public final class Policies {
    private final Map<String, Policy> byClass = new HashMap<>();

    /** Errors: {@link IllegalArgumentException} where a class has two policies. */
    public Policies(List<Policy> policies) {
        for (Policy policy : policies) {
            if (byClass.put(policy.classCode(), policy) != null) {
                throw new IllegalArgumentException("class '%s' has two policies".formatted(policy.classCode()));
            }
        }
    }

    public Optional<Policy> find(ClassCode classCode) {
        return Optional.ofNullable(byClass.getOrDefault(classCode.value(), byClass.get(Policy.ANY)));
    }

    /** The deadline of a clock that starts at {@code start}; none where the policy does not keep that clock. */
    public Optional<Instant> findDeadline(ClassCode classCode, ClockKind clock, Instant start) {
        return find(classCode).map(policy -> policy.clocks().get(clock)).map(start::plus);
    }

    /** The deadlines of an order's own clocks, started together. */
    public Map<ClockKind, Instant> orderDeadlines(ClassCode classCode, Instant start, boolean rework) {
        var deadlines = new EnumMap<ClockKind, Instant>(ClockKind.class);
        find(classCode).ifPresent(policy -> {
            put(deadlines, ClockKind.ACKNOWLEDGE, policy.clocks().get(ClockKind.ACKNOWLEDGE), start);
            Duration handle = policy.clocks().get(ClockKind.HANDLE);
            put(deadlines, ClockKind.HANDLE, handle != null && rework ? scale(handle, policy.rework()) : handle, start);
        });
        return deadlines;
    }

    /** When a clock warns: after the policy's share of its time. */
    public Instant warnAt(ClassCode classCode, Instant start, Instant deadline) {
        double share = find(classCode).map(Policy::warnAt).orElse(0.8);
        return start.plus(scale(Duration.between(start, deadline), share));
    }

    private static void put(
            Map<ClockKind, Instant> deadlines,
            ClockKind clock,
            @org.jspecify.annotations.Nullable Duration time,
            Instant start) {
        if (time != null) {
            deadlines.put(clock, start.plus(time));
        }
    }

    /** To the millisecond, as log time is. */
    static Duration scale(Duration time, double share) {
        return Duration.ofMillis(Math.round(time.toMillis() * share));
    }
}
