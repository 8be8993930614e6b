package io.gridwhistle.log.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Turns whatever goes wrong in a service into a problem detail. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException e) {
        return answer(e);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(ServerWebInputException e) {
        return answer(
                findCause(e, JacksonException.class) instanceof JacksonException json
                        ? ProblemException.notJson(json)
                        : problem(400, "bad-request", String.valueOf(e.getReason()), e));
    }

    @ExceptionHandler
    ResponseEntity<Problem> status(ResponseStatusException e) {
        int status = e.getStatusCode().value();
        return answer(problem(status, "http-" + status, "this service has no answer to such a request", e));
    }

    @ExceptionHandler
    ResponseEntity<Problem> databaseAway(DataAccessResourceFailureException e) {
        LOG.warn("the database is away: {}", e.getMessage());
        return answer(
                ProblemException.unavailable("view-unavailable", "what was asked for cannot be read right now", e));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e) {
        LOG.error("a request failed", e);
        return answer(ProblemException.internal(e));
    }

    private static <T extends Throwable> @Nullable T findCause(Throwable e, Class<T> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }

    private static ProblemException problem(int status, String type, String detail, Throwable cause) {
        return new ProblemException(status, type, "The request failed", detail, List.of(), null, cause);
    }

    private static ResponseEntity<Problem> answer(ProblemException e) {
        var response = ResponseEntity.status(e.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration retryAfter = e.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return response.body(Problem.of(e));
    }
}
