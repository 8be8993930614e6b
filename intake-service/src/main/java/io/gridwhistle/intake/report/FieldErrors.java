package io.gridwhistle.intake.report;

import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, field by field. */
final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    /** The text, trimmed; empty and reported where it is missing or too long. */
    String text(String pointer, @Nullable String value, int most, boolean required) {
        String text = value == null ? "" : value.strip();
        if (required && text.isEmpty()) {
            add(pointer, "is missing; a text of 1 to %d characters is needed".formatted(most));
        } else if (text.length() > most) {
            add(pointer, "has %d characters; at most %d are taken".formatted(text.length(), most));
        }
        return text;
    }

    /** The code as its type; empty and reported where it is missing or none. */
    <T> @Nullable T code(String pointer, @Nullable String value, Function<String, T> parser) {
        if (value == null) {
            add(pointer, "is missing");
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            add(pointer, String.valueOf(e.getMessage()));
            return null;
        }
    }

    boolean any() {
        return !errors.isEmpty();
    }

    ProblemException asProblem() {
        return ProblemException.invalid(errors);
    }
}
