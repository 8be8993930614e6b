package io.gridwhistle.local.losangeles;

import java.util.Locale;

/** Codes made of the names that the city publishes. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
