package io.gridwhistle.dispatch.reference;

import io.gridwhistle.log.web.Problem;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/** Tells findings as a map, or as a problem like every other where the caller takes nothing else. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class NotProvenAdvice {
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    @ExceptionHandler
    ResponseEntity<Object> refused(NotProvenException e, ServerWebExchange exchange) {
        List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
        boolean wantsProblem = !accepted.isEmpty()
                && accepted.stream().noneMatch(it -> it.includes(GEO_JSON) || it.includes(MediaType.APPLICATION_JSON));
        var answer = ResponseEntity.unprocessableContent();
        return wantsProblem
                ? answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Problem.of(FindingsAnswer.problem(e.findings())))
                : answer.contentType(GEO_JSON).body(FindingsAnswer.of(e.findings()));
    }
}
