package io.gridwhistle.local.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The calendars that come along: notices and assumptions as they were written down, beside the maker of their city. */
public final class Calendars {
    private Calendars() {}

    public static String of(Class<?> maker) {
        try (InputStream file = maker.getResourceAsStream("calendars.json")) {
            if (file == null) {
                throw new IllegalStateException("no calendars beside " + maker);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
