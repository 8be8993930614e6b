package io.gridwhistle.events.id;

import org.jspecify.annotations.Nullable;

/** The shapes that codes may have; each fits a Kafka topic name and a URL path segment. */
final class Codes {
    static final Shape SLUG = new Shape("[a-z0-9][a-z0-9-]{0,62}");
    static final Shape CELL = new Shape("[A-Za-z0-9][A-Za-z0-9._-]{0,94}");
    static final Shape CASE = new Shape("[0-9a-z]{26}");
    static final Shape ORDER = new Shape("[0-9a-z]{26}-[1-9][0-9]{0,4}");
    static final Shape EVENT = new Shape("[!-~]{1,200}");

    private Codes() {}

    static void require(String what, @Nullable String value, Shape shape) {
        if (value == null || !shape.matches(value)) {
            throw new IllegalArgumentException("%s: '%s' does not match %s".formatted(what, value, shape));
        }
    }
}
