package io.gridwhistle.events.id;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shape that codes may have: characters or classes of ASCII characters, each with how many of it, such as
 * {@code [a-z]{1,9}-[0-9]}.
 *
 * <p>An event holds a hundred codes; a loop over tables tells ten times sooner than {@link Pattern} whether they fit.
 * Each run takes all it can: what follows one of open length must begin with another character.
 */
final class Shape {
    private static final Pattern RUN = Pattern.compile("(\\[[^]]+]|.)(?:\\{([0-9]+)(?:,([0-9]+))?})?");
    private static final int ASCII = 128;

    private record Run(boolean[] members, int least, int most) {}

    private final String pattern;
    private final List<Run> runs = new ArrayList<>();

    Shape(String pattern) {
        this.pattern = pattern;
        for (Matcher run = RUN.matcher(pattern); run.find(); ) {
            int least = run.group(2) == null ? 1 : Integer.parseInt(run.group(2));
            int most = run.group(3) == null ? least : Integer.parseInt(run.group(3));
            runs.add(new Run(members(run.group(1)), least, most));
        }
    }

    private static boolean[] members(String characters) {
        Pattern one = Pattern.compile(characters);
        boolean[] members = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            members[c] = one.matcher(String.valueOf(c)).matches();
        }
        return members;
    }

    boolean matches(String text) {
        int at = 0;
        for (Run run : runs) {
            int end = Math.min(text.length(), at + run.most());
            int from = at;
            while (at < end && text.charAt(at) < ASCII && run.members()[text.charAt(at)]) {
                at++;
            }
            if (at - from < run.least()) {
                return false;
            }
        }
        return at == text.length();
    }

    /** As a regular expression. */
    @Override
    public String toString() {
        return pattern;
    }
}
