package io.gridwhistle.intake.report;

import io.gridwhistle.events.Json;
import io.gridwhistle.log.web.Problem;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** The door that cases come in by. */
@RestController
@RequestMapping("/api/v1/cases")
final class ReportController {
    private static final Logger LOG = LoggerFactory.getLogger(ReportController.class);

    /** Lines of one batch on their way to the broker at a time. */
    private static final int IN_FLIGHT = 512;

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @PostMapping
    Mono<ResponseEntity<ReportAnswer>> report(@RequestBody ReportRequest request, RequestContext context) {
        return reports.take(request, context)
                .map(answer -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/cases/" + answer.id()))
                        .body(answer));
    }

    /** One answer for each line, in order, as soon as it is known; blank lines are passed over. */
    @PostMapping(
            path = "/batch",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<Object> reportMany(@RequestBody Flux<DataBuffer> body, RequestContext context) {
        return NdjsonLines.of(body).flatMapSequential(line -> takeLine(line, context), IN_FLIGHT);
    }

    private Mono<Object> takeLine(NdjsonLines.Line line, RequestContext context) {
        return Mono.defer(() -> {
                    if (line.tooLong()) {
                        throw ProblemException.invalid(
                                "", "the line has more than %d bytes".formatted(NdjsonLines.MAX_BYTES));
                    }
                    ReportRequest request = Json.READER.readValue(line.bytes(), ReportRequest.class);
                    if (request == null) {
                        throw ProblemException.invalid("", "the line is no report");
                    }
                    return reports.take(request, context).cast(Object.class);
                })
                .onErrorResume(JacksonException.class, e -> Mono.just(Problem.of(ProblemException.notJson(e))))
                .onErrorResume(ProblemException.class, e -> Mono.just(Problem.of(e)))
                .onErrorResume(e -> {
                    LOG.error("a line of a batch failed", e);
                    return Mono.just(Problem.of(ProblemException.internal(e)));
                });
    }
}
