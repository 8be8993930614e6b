package io.gridwhistle.city.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Working hours without a break, such as {@code 08:30-12:00}; the closing time may be {@code 24:00}.
 *
 * @param open minutes from midnight by the wall clock
 * @param close minutes from midnight, above {@code open}
 */
public record Span(int open, int close) {
    private static final Pattern TEXT =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");
    static final int DAY = 24 * 60;

    public Span {
        if (open < 0 || close > DAY || open >= close) {
            throw new IllegalArgumentException("working hours open before they close, both on the same day");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Span parse(String text) {
        Matcher match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'%s' are no working hours; they stand as 08:30-12:00, until 24:00 at most".formatted(text));
        }
        return new Span(
                minutes(match.group(1), match.group(2)),
                match.group(3) == null ? DAY : minutes(match.group(3), match.group(4)));
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    @JsonValue
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(open / 60, open % 60, close / 60, close % 60);
    }
}
