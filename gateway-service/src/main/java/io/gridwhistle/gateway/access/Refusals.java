package io.gridwhistle.gateway.access;

import io.gridwhistle.log.web.ProblemException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a caller is not let in. */
final class Refusals {
    private Refusals() {}

    static ProblemException unauthenticated() {
        return refusal(
                401,
                "unauthenticated",
                "The gateway does not know the caller",
                "the request needs one X-Api-Key header with a key that is in force",
                null);
    }

    static ProblemException tooFast(Duration wait) {
        return refusal(
                429,
                "too-many-requests",
                "Too many requests",
                "this credential calls faster than it may",
                Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    static ProblemException noSuchMethod(String method) {
        return refusal(
                405,
                "method-not-allowed",
                "That cannot be done here",
                "there is no %s here; the Allow header lists what there is".formatted(method),
                null);
    }

    private static ProblemException refusal(
            int status, String type, String title, String detail, @Nullable Duration retryAfter) {
        return new ProblemException(status, type, title, detail, List.of(), retryAfter, null);
    }
}
