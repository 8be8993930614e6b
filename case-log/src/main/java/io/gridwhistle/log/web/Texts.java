package io.gridwhistle.log.web;

import io.gridwhistle.events.Attachment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts and times of a request, within what a log and a view can be asked to hold. */
public final class Texts {
    /** What is told about a case, in characters. */
    public static final int STORY = 10_000;
    /** Why something is done, in characters. */
    public static final int REASON = 2_000;

    private static final int ATTACHMENTS = 20;
    private static final int LAST_YEAR = 9999;

    private Texts() {}

    /** The text. Errors: a 422 problem where it is missing or too long. */
    public static String require(String pointer, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(
                    pointer, "is missing; a text of 1 to %d characters is needed".formatted(most));
        }
        return check(pointer, text, most);
    }

    /** The text or nothing. Errors: a 422 problem where it is too long. */
    public static @Nullable String optional(String pointer, @Nullable String text, int most) {
        return text == null ? null : check(pointer, text, most);
    }

    /** The text, empty where there is none. Errors: a 422 problem where it is too long. */
    public static String orEmpty(String pointer, @Nullable String text, int most) {
        return text == null ? "" : check(pointer, text, most);
    }

    /** The attachments or none. Errors: a 422 problem where they are too many. */
    public static List<Attachment> attachments(String pointer, @Nullable List<Attachment> attachments) {
        if (attachments != null && attachments.size() > ATTACHMENTS) {
            throw ProblemException.invalid(
                    pointer, "has %d; at most %d are taken".formatted(attachments.size(), ATTACHMENTS));
        }
        return attachments == null ? List.of() : attachments;
    }

    /** A time with offset. Errors: a 422 problem where it is none, or none that a database could hold. */
    public static Instant time(String pointer, String text) {
        try {
            // A plus that was not encoded in a query arrives as a blank.
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // Told below, as any other wrong time.
        }
        throw ProblemException.invalid(pointer, "is a time with offset, such as 2025-11-20T10:02:11+08:00");
    }

    /** Errors: a 422 problem where an element is null. */
    public static void requireElements(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw ProblemException.invalid("/" + i, "is null; leave it out");
            }
        }
    }

    private static String check(String pointer, String text, int most) {
        if (text.length() > most) {
            throw ProblemException.invalid(
                    pointer, "has %d characters; at most %d are taken".formatted(text.length(), most));
        }
        return text;
    }
}
