package io.gridwhistle.events.id;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes that codes may have; each fits a Kafka topic name and a URL path segment. */
final class Codes {
    static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    static final Pattern CELL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,94}");
    static final Pattern CASE = Pattern.compile("[0-9a-z]{26}");
    static final Pattern ORDER = Pattern.compile("[0-9a-z]{26}-[1-9][0-9]{0,4}");
    static final Pattern EVENT = Pattern.compile("[!-~]{1,200}");

    private Codes() {}

    static void require(String what, @Nullable String value, Pattern shape) {
        if (value == null || !shape.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: '%s' does not match %s".formatted(what, value, shape));
        }
    }
}
