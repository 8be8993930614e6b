package io.gridwhistle.city.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.gridwhistle.events.id.UnitCode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who leads in an exclusive grid: a unit, or several in turn (书记轮值).
 *
 * @param rotation at least one; the first has the first turn
 * @param every a turn's length; absent where there is one unit
 * @param from the day of the first turn, in the city's time zone; before it the turns count backwards
 */
public record Lead(
        List<UnitCode> rotation,
        @Nullable Period every,
        @Nullable LocalDate from) {
    private static final String WANTED = "lead is a unit, or {rotation: [units], every: 'P1M', from: '2025-01-01'}";

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    public Lead {
        rotation = List.copyOf(rotation);
        if (rotation.isEmpty() || (rotation.size() > 1 && (every == null || from == null))) {
            throw new IllegalArgumentException(WANTED);
        }
        if (every != null && (every.isNegative() || every.isZero() || days(every) > 36_525)) {
            throw new IllegalArgumentException("a turn lasts a day at least and a hundred years at most");
        }
        if (from != null && (from.isBefore(EARLIEST) || from.isAfter(LATEST))) {
            throw new IllegalArgumentException("'from' is a day between %s and %s".formatted(EARLIEST, LATEST));
        }
    }

    /** Of a text, or of an object as above. Errors: {@link IllegalArgumentException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Lead of(JsonNode json) {
        if (json.isString()) {
            return new Lead(List.of(new UnitCode(json.asString())), null, null);
        }
        var units = new ArrayList<UnitCode>();
        json.path("rotation").forEach(unit -> units.add(new UnitCode(unit.asString(""))));
        try {
            return new Lead(
                    units,
                    json.has("every") ? Period.parse(json.path("every").asString("")) : null,
                    json.has("from") ? LocalDate.parse(json.path("from").asString("")) : null);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(WANTED, e);
        }
    }

    /** The unit whose turn a day is. */
    public UnitCode on(LocalDate day) {
        return rotation.get((int) Math.floorMod(turn(day), (long) rotation.size()));
    }

    private long turn(LocalDate day) {
        if (every == null || from == null) {
            return 0;
        }
        long turn = (long) Math.floor(ChronoUnit.DAYS.between(from, day) / days(every));
        // Months are longer or shorter than on average: the estimate may be a turn or two off.
        while (!start(from, every, turn + 1).isAfter(day)) {
            turn++;
        }
        while (start(from, every, turn).isAfter(day)) {
            turn--;
        }
        return turn;
    }

    private static double days(Period every) {
        return every.toTotalMonths() * 146_097 / 4_800.0 + every.getDays();
    }

    /** From the first day, not from the turn before, so that the 31st stays the 31st where there is one. */
    private static LocalDate start(LocalDate from, Period every, long turn) {
        return from.plusMonths(every.toTotalMonths() * turn).plusDays(every.getDays() * turn);
    }
}
