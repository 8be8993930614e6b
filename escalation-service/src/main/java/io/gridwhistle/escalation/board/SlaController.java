package io.gridwhistle.escalation.board;

import io.gridwhistle.log.web.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The SLA board: clocks by what is due first. */
@RestController
final class SlaController {
    /** A clock, and how much time it has left: below zero where it ran out, its own time where it stands still. */
    record ClockAnswer(
            String caseId,
            String clock,
            String kind,
            @Nullable String orderId,
            String classCode,
            @Nullable String district,
            @Nullable String unit,
            @Nullable String desk,
            String state,
            @Nullable String level,
            Instant startedAt,
            @Nullable Instant warnAt,
            @Nullable Instant deadline,
            @Nullable Duration left,
            @Nullable Instant suspendedUntil,
            @Nullable Instant warnedAt,
            @Nullable Instant breachedAt,
            @Nullable Instant stoppedAt) {

        static ClockAnswer of(ClockRow row, Instant now) {
            Duration left = row.leftMs() != null ? Duration.ofMillis(row.leftMs()) : null;
            if (row.deadline() != null && row.stoppedAt() == null) {
                left = Duration.ofMillis(Duration.between(now, row.deadline()).toMillis());
            }
            return new ClockAnswer(
                    row.caseId(),
                    row.clock(),
                    row.kind(),
                    row.orderId(),
                    row.classCode(),
                    row.district(),
                    row.unit(),
                    row.desk(),
                    row.state(),
                    row.level(),
                    row.startedAt(),
                    row.warnAt(),
                    row.deadline(),
                    left,
                    row.suspendedUntil(),
                    row.warnedAt(),
                    row.breachedAt(),
                    row.stoppedAt());
        }
    }

    record Page(List<ClockAnswer> clocks, @Nullable String next) {}

    private final DatabaseClient db;

    SlaController(DatabaseClient db) {
        this.db = db;
    }

    @GetMapping("/api/v1/sla")
    Mono<Page> list(@RequestParam MultiValueMap<String, String> parameters, RequestContext context) {
        Instant now = Instant.now();
        var query = SlaQuery.of(parameters, context.caller(), now);
        return db.sql(query.sql())
                .bindValues(query.bindings())
                .mapProperties(ClockRow.class)
                .all()
                .collectList()
                .map(found -> page(found, query.limit(), now));
    }

    private static Page page(List<ClockRow> found, int limit, Instant now) {
        List<ClockRow> shown = found.size() <= limit ? found : found.subList(0, limit);
        ClockRow last = shown.isEmpty() ? null : shown.getLast();
        return new Page(
                shown.stream().map(row -> ClockAnswer.of(row, now)).toList(),
                last == null || shown.size() == found.size()
                        ? null
                        : new SlaQuery.Cursor(last.due(), last.caseId(), last.clock()).text());
    }
}
