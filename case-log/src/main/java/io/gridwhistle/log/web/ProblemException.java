package io.gridwhistle.log.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;

/**
 * A request that is refused, told as a problem detail (RFC 9457).
 *
 * <p>{@code type} is the stable tail of the problem's URI, such as {@code invalid-report}.
 */
public final class ProblemException extends RuntimeException {
    /** What is wrong with one field, and what would be right; {@code pointer} as in RFC 6901. */
    public record FieldError(String pointer, String detail) {}

    private static final int MOST_TOLD = 200;

    private final int status;
    private final String type;
    private final String title;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    public ProblemException(
            int status,
            String type,
            String title,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.type = type;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static ProblemException invalid(List<FieldError> errors) {
        String detail =
                errors.size() == 1 ? inWords(errors.getFirst()) : "%d fields are not right".formatted(errors.size());
        return new ProblemException(
                422, "invalid-input", "The request cannot be taken as it is", detail, errors, null, null);
    }

    /** An empty pointer is the whole body. */
    private static String inWords(FieldError error) {
        return error.pointer().isEmpty() ? error.detail() : error.pointer() + ": " + error.detail();
    }

    /** Errors: a 422 problem where there is any; of very many, the first are told. */
    public static void requireNone(List<FieldError> errors) {
        if (errors.size() > MOST_TOLD) {
            var told = new ArrayList<>(errors.subList(0, MOST_TOLD));
            told.add(new FieldError("", "and %d more".formatted(errors.size() - MOST_TOLD)));
            throw invalid(told);
        }
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    public static ProblemException invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "not-found", "There is no such thing", detail, List.of(), null, null);
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "forbidden", "This credential may not do that", detail, List.of(), null, null);
    }

    public static ProblemException conflict(String type, String detail) {
        return new ProblemException(409, type, "Not in this state", detail, List.of(), null, null);
    }

    public static ProblemException unavailable(String type, String detail, @Nullable Throwable cause) {
        return new ProblemException(503, type, "Come back shortly", detail, List.of(), Duration.ofSeconds(5), cause);
    }

    /** Something that should not have happened; the caller learns that, and no more. */
    public static ProblemException internal(Throwable cause) {
        return new ProblemException(
                500,
                "internal-error",
                "The request failed",
                "the request could not be carried out; it was logged",
                List.of(),
                null,
                cause);
    }

    /** A body that is not the JSON it should be, with the field at fault. */
    public static ProblemException notJson(JacksonException e) {
        var pointer = new StringBuilder();
        e.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getPropertyName() != null ? step.getPropertyName() : step.getIndex()));
        // A code type says best what is wrong with a value; Jackson's own words name classes.
        String detail = e.getCause() instanceof IllegalArgumentException own
                ? String.valueOf(own.getMessage())
                : switch (e) {
                    case InvalidNullException _ -> "is missing, and may not be null";
                    case DatabindException _ -> "has a value of the wrong kind";
                    default -> "the body is not well-formed JSON";
                };
        return new ProblemException(
                400,
                "not-readable",
                "The body is not the JSON it should be",
                detail,
                List.of(new FieldError(pointer.toString(), detail)),
                null,
                e);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
