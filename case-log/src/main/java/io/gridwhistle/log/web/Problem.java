package io.gridwhistle.log.web;

import io.gridwhistle.log.web.ProblemException.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a refusal: {@code application/problem+json}. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors) {
    private static final String BASE = "https://gridwhistle.io/problems/";

    public static Problem of(ProblemException e) {
        return new Problem(
                BASE + e.type(),
                e.title(),
                e.status(),
                String.valueOf(e.getMessage()),
                e.errors().isEmpty() ? null : e.errors());
    }
}
