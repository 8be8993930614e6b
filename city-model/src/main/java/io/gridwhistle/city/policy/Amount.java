package io.gridwhistle.city.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gridwhistle.city.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much time: elapsed, or counted in working hours or working days. */
public sealed interface Amount {
    /** Longer than any case may take, and still a date that every database can hold. */
    Duration LONGEST_TIME = Duration.ofDays(3650);
    /** Of a calendar with next to no working time these are ten years. */
    Duration LONGEST_WORKING_TIME = Duration.ofHours(2000);

    int MOST_WORKING_DAYS = 500;

    /** Around the clock. */
    record Time(Duration time) implements Amount {
        public Time {
            require(
                    time.toMillis() > 0 && time.compareTo(LONGEST_TIME) <= 0,
                    "'time' is above zero and at most 3650 days");
        }

        @Override
        public Instant after(Instant start, BusinessCalendar calendar) {
            return start.plus(time);
        }

        @Override
        public Time share(double share) {
            return new Time(scale(time, share));
        }

        @Override
        public boolean isWorking() {
            return false;
        }
    }

    /** 工作时: within working hours. */
    record WorkingTime(Duration workingTime) implements Amount {
        public WorkingTime {
            require(
                    workingTime.toMillis() > 0 && workingTime.compareTo(LONGEST_WORKING_TIME) <= 0,
                    "'workingTime' is above zero and at most 2000 hours");
        }

        @Override
        public Instant after(Instant start, BusinessCalendar calendar) {
            return calendar.add(start, workingTime);
        }

        @Override
        public WorkingTime share(double share) {
            return new WorkingTime(scale(workingTime, share));
        }

        @Override
        public boolean isWorking() {
            return true;
        }
    }

    /** 工作日: until the n-th working day after the first one closes. */
    record WorkingDays(int workingDays) implements Amount {
        public WorkingDays {
            require(workingDays > 0 && workingDays <= MOST_WORKING_DAYS, "'workingDays' is above zero and at most 500");
        }

        @Override
        public Instant after(Instant start, BusinessCalendar calendar) {
            return calendar.addDays(start, workingDays);
        }

        /** Whole days, rounded up. */
        @Override
        public WorkingDays share(double share) {
            return new WorkingDays(Math.max(1, (int) Math.ceil(workingDays * share - 1e-9)));
        }

        @Override
        public boolean isWorking() {
            return true;
        }
    }

    /** When it is over. */
    Instant after(Instant start, BusinessCalendar calendar);

    /** A part of it, above 0 and at most 1. */
    Amount share(double share);

    /** Whether a calendar is needed to count it. */
    @JsonIgnore
    boolean isWorking();

    /** Errors: {@link IllegalArgumentException} unless exactly one is given. */
    @JsonCreator
    static Amount of(
            @JsonProperty("time") @Nullable Duration time,
            @JsonProperty("workingTime") @Nullable Duration workingTime,
            @JsonProperty("workingDays") @Nullable Integer workingDays) {
        int given = (time != null ? 1 : 0) + (workingTime != null ? 1 : 0) + (workingDays != null ? 1 : 0);
        require(given == 1, "names one of 'time', 'workingTime', 'workingDays'");
        if (time != null) {
            return new Time(time);
        }
        return workingTime != null
                ? new WorkingTime(workingTime)
                : new WorkingDays(java.util.Objects.requireNonNull(workingDays));
    }

    static Amount of(Duration time) {
        return new Time(time);
    }

    /** To the millisecond, as log time is. */
    private static Duration scale(Duration time, double share) {
        return Duration.ofMillis(Math.max(1, Math.round(time.toMillis() * share)));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
