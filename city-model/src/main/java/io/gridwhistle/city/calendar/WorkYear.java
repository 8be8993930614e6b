package io.gridwhistle.city.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Function;

/**
 * The working time of one year, summed up day by day; all times are milliseconds since 1970.
 *
 * <p>A time of day that the clocks pass twice is its first passing; one that they leap over is the leap. So no span is
 * counted twice, and a day of 23 or 25 hours has as much working time as passes between its hours.
 */
final class WorkYear {
    private final LocalDate first;
    /** Where each day begins, and where the year ends. */
    private final long[] begin;
    /** Of each day: open, close, open, close … */
    private final long[][] spans;
    /** Working time of the year before each day, and at its end. */
    private final long[] worked;
    /** Working days of the year before each day, and at its end. */
    private final int[] workedDays;

    WorkYear(int year, ZoneId zone, Function<LocalDate, List<Span>> hours) {
        first = LocalDate.of(year, 1, 1);
        int days = first.lengthOfYear();
        begin = new long[days + 1];
        spans = new long[days][];
        worked = new long[days + 1];
        workedDays = new int[days + 1];
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            begin[day] = at(date, 0, zone);
            spans[day] = on(date, hours.apply(date), zone);
            long time = until(day, Long.MAX_VALUE);
            worked[day + 1] = worked[day] + time;
            workedDays[day + 1] = workedDays[day] + (time > 0 ? 1 : 0);
        }
        begin[days] = at(first.plusDays(days), 0, zone);
    }

    private static long[] on(LocalDate date, List<Span> hours, ZoneId zone) {
        var times = new long[hours.size() * 2];
        for (int i = 0; i < hours.size(); i++) {
            times[2 * i] = at(date, hours.get(i).open(), zone);
            times[2 * i + 1] = at(date, hours.get(i).close(), zone);
        }
        return times;
    }

    private static long at(LocalDate date, int minutes, ZoneId zone) {
        LocalDateTime wall = date.atStartOfDay().plusMinutes(minutes);
        ZoneOffsetTransition leap = zone.getRules().getTransition(wall);
        Instant at = leap != null && leap.isGap()
                ? leap.getInstant()
                : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
        return at.toEpochMilli();
    }

    boolean isBefore(long time) {
        return begin[begin.length - 1] <= time;
    }

    boolean isAfter(long time) {
        return begin[0] > time;
    }

    /** The day of the year that a moment lies in, from 0. */
    int dayAt(long time) {
        // A guess by days of 24 hours is off by one at most, where the clocks have been moved.
        int day = (int) Math.clamp((time - begin[0]) / 86_400_000L, 0, spans.length - 1);
        while (day > 0 && begin[day] > time) {
            day--;
        }
        while (day < spans.length - 1 && begin[day + 1] <= time) {
            day++;
        }
        return day;
    }

    LocalDate dateAt(long time) {
        return first.plusDays(dayAt(time));
    }

    /** Working time of the year before a moment in it. */
    long workedBefore(long time) {
        int day = dayAt(time);
        return worked[day] + until(day, time);
    }

    /** Working days of the year whose last hour closes by a moment in it. */
    int closedBy(long time) {
        int day = dayAt(time);
        return time >= close(day) ? workedDays[day + 1] : workedDays[day];
    }

    int workedDaysThrough(long time) {
        return workedDays[dayAt(time) + 1];
    }

    long worked() {
        return worked[worked.length - 1];
    }

    int workedDays() {
        return workedDays[workedDays.length - 1];
    }

    /** The earliest moment by which the year has had this much working time; above 0, at most all of it. */
    long reached(long time) {
        int day = search(worked.length - 1, index -> worked[index + 1] >= time);
        long rest = time - worked[day];
        long[] of = spans[day];
        for (int i = 0; i < of.length; i += 2) {
            long length = of[i + 1] - of[i];
            if (rest <= length) {
                return of[i] + rest;
            }
            rest -= length;
        }
        throw new IllegalStateException("a day is shorter than its own sum");
    }

    /** When the n-th working day of the year closes; from 1, at most all of them. */
    long closed(int number) {
        return close(search(workedDays.length - 1, index -> workedDays[index + 1] >= number));
    }

    private long until(int day, long time) {
        long sum = 0;
        long[] of = spans[day];
        for (int i = 0; i < of.length; i += 2) {
            sum += Math.max(0, Math.min(time, of[i + 1]) - of[i]);
        }
        return sum;
    }

    private long close(int day) {
        long[] of = spans[day];
        return of.length == 0 ? begin[day + 1] : of[of.length - 1];
    }

    private static int search(int days, java.util.function.IntPredicate isThere) {
        int low = 0;
        int high = days - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isThere.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
