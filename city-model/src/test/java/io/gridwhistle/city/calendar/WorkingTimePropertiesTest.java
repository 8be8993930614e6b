package io.gridwhistle.city.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.calendar.WorkCalendar.Holiday;
import io.gridwhistle.city.calendar.WorkCalendar.MakeUpDay;
import io.gridwhistle.city.calendar.WorkCalendar.PublishedYear;
import io.gridwhistle.events.id.CalendarCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any calendar, in every zone there is: seeded, each failure names its seed. */
class WorkingTimePropertiesTest {
    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final long FIRST = Instant.parse("1995-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("2035-01-01T00:00:00Z").toEpochMilli();

    @Test
    void addingAndMeasuringUndoEachOtherInEveryZone() {
        for (int seed = 0; seed < ZONES.size(); seed++) {
            var random = new Random(seed);
            String zone = ZONES.get(seed);
            BusinessCalendar calendar = calendar(random, zone);
            long year = random.nextLong(FIRST, LAST);
            for (int i = 0; i < 20; i++) {
                Instant start = start(random, zone, year);
                Duration work = Duration.ofMillis(
                        1 + random.nextLong(Duration.ofHours(300).toMillis()));
                Duration more =
                        Duration.ofMillis(random.nextLong(Duration.ofHours(300).toMillis()));
                Instant end = calendar.add(start, work);
                String which = "seed %d, %s, %s + %s = %s".formatted(seed, zone, start, work, end);
                assertThat(calendar.measure(start, end)).as(which).isEqualTo(work);
                assertThat(calendar.measure(start, end.minusMillis(1)))
                        .as(which + " is the earliest")
                        .isLessThan(work);
                assertThat(calendar.add(end, more))
                        .as(which + ", then " + more)
                        .isEqualTo(calendar.add(start, work.plus(more)));
                assertThat(calendar.add(calendar.next(start), work)).as(which).isEqualTo(end);
                assertThat(calendar.isWorking(end.minusMillis(1))).as(which).isTrue();
            }
        }
    }

    @Test
    void countingDaysAndMeasuringThemUndoEachOtherInEveryZone() {
        for (int seed = 0; seed < ZONES.size(); seed++) {
            var random = new Random(seed);
            String zone = ZONES.get(seed);
            BusinessCalendar calendar = calendar(random, zone);
            long year = random.nextLong(FIRST, LAST);
            for (int i = 0; i < 20; i++) {
                Instant start = start(random, zone, year);
                int days = 1 + random.nextInt(60);
                Instant end = calendar.addDays(start, days);
                String which = "seed %d, %s, %s + %d days = %s".formatted(seed, zone, start, days, end);
                assertThat(calendar.measureDays(start, end)).as(which).isEqualTo(days);
                assertThat(calendar.measureDays(start, end.minusMillis(1)))
                        .as(which)
                        .isEqualTo(days - 1);
                assertThat(end.atZone(ZoneId.of(zone)).minusNanos(1).toLocalDate())
                        .as(which)
                        .isAfter(start.atZone(ZoneId.of(zone)).toLocalDate());
            }
        }
    }

    /** Minute by minute, by the wall clock, where it is not moved. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithCountingMinutes(int seed) {
        var random = new Random(seed);
        WorkCalendar written = written(random, "Asia/Shanghai");
        var calendar = new BusinessCalendar(written);
        ZonedDateTime start = ZonedDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneId.of("Asia/Shanghai"))
                .plusMinutes(random.nextInt(300 * 24 * 60));
        Duration sum = Duration.ZERO;
        ZonedDateTime at = start;
        for (int minute = 0; minute < 40 * 24 * 60; minute++) {
            if (minute % 371 == 0) {
                assertThat(calendar.measure(start.toInstant(), at.toInstant()))
                        .as("%s to %s in %s", start, at, written)
                        .isEqualTo(sum);
            }
            sum = isWorked(written, at) ? sum.plusMinutes(1) : sum;
            at = at.plusMinutes(1);
        }
        assertThat(sum).isPositive();
    }

    private static boolean isWorked(WorkCalendar calendar, ZonedDateTime at) {
        PublishedYear year = calendar.published().getFirst();
        LocalDate date = at.toLocalDate();
        var makeUp =
                year.makeUpDays().stream().filter(it -> it.date().equals(date)).findFirst();
        boolean off = year.holidays().stream().anyMatch(it -> !date.isBefore(it.from()) && !date.isAfter(it.to()));
        List<Span> hours = makeUp.isPresent()
                ? calendar.hoursOn(makeUp.get().hoursOf())
                : off ? List.of() : calendar.hoursOn(Weekday.of(date));
        int minute = at.getHour() * 60 + at.getMinute();
        return hours.stream().anyMatch(span -> span.open() <= minute && minute < span.close());
    }

    /** Often close to where the zone's clocks are moved. */
    private static Instant start(Random random, String zone, long year) {
        Instant any =
                Instant.ofEpochMilli(year + random.nextLong(Duration.ofDays(366).toMillis()));
        var leap = ZoneId.of(zone).getRules().nextTransition(any);
        return leap == null || random.nextBoolean() || leap.getInstant().toEpochMilli() > LAST
                ? any
                : leap.getInstant().plusMillis(random.nextLong(-90_000_000, 90_000_000));
    }

    private static BusinessCalendar calendar(Random random, String zone) {
        return new BusinessCalendar(written(random, zone));
    }

    private static WorkCalendar written(Random random, String zone) {
        Map<Weekday, List<Span>> hours = new EnumMap<>(Weekday.class);
        for (Weekday day : Weekday.values()) {
            if (day != Weekday.SUNDAY) {
                hours.put(day, spans(random));
            }
        }
        var holidays = new ArrayList<Holiday>();
        var makeUpDays = new ArrayList<MakeUpDay>();
        LocalDate sunday = LocalDate.of(2025, 1, 5);
        for (int month = 1; month <= 12; month++) {
            LocalDate from = LocalDate.of(2025, month, 1 + random.nextInt(20));
            holidays.add(new Holiday("holiday", from, from.plusDays(random.nextInt(8))));
            LocalDate day = sunday.plusWeeks(4L * (month - 1));
            makeUpDays.add(new MakeUpDay(day, Weekday.values()[random.nextInt(6)]));
        }
        return new WorkCalendar(
                new CalendarCode("random"),
                "random",
                ZoneId.of(zone),
                null,
                hours,
                null,
                null,
                List.of(new PublishedYear(2025, "made up", holidays, makeUpDays)));
    }

    /** One to three, the first often from midnight, the last often until midnight. */
    private static List<Span> spans(Random random) {
        var times = new TreeSet<Integer>();
        int count = 2 * (1 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            times.add(0);
        }
        if (random.nextInt(3) == 0) {
            times.add(Span.DAY);
        }
        while (times.size() < count) {
            times.add(1 + random.nextInt(Span.DAY - 1));
        }
        var spans = new ArrayList<Span>();
        for (var it = times.iterator(); it.hasNext(); ) {
            spans.add(new Span(it.next(), it.next()));
        }
        return spans;
    }
}
