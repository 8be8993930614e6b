package io.gridwhistle.escalation.board;

import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
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
    private static final int MOST = 500;
    private static final int USUAL = 100;

    record ClockAnswer(
            String caseId,
            String clock,
            @Nullable String orderId,
            String classCode,
            @Nullable String district,
            @Nullable String unit,
            String state,
            Instant startedAt,
            Instant warnAt,
            Instant deadline,
            @Nullable Instant breachedAt,
            @Nullable Instant stoppedAt) {}

    record Page(List<ClockAnswer> clocks, @Nullable String next) {}

    private final DatabaseClient db;

    SlaController(DatabaseClient db) {
        this.db = db;
    }

    @GetMapping("/api/v1/sla")
    Mono<Page> list(@RequestParam MultiValueMap<String, String> parameters, RequestContext context) {
        var where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        var bindings = new LinkedHashMap<String, Object>();
        int limit = USUAL;
        for (Map.Entry<String, String> parameter : parameters.toSingleValueMap().entrySet()) {
            String value = parameter.getValue();
            String name = parameter.getKey();
            switch (name) {
                case "state" -> {
                    where.add("state = any(:state)");
                    bindings.put(name, value.split(","));
                }
                case "unit" -> {
                    where.add("(unit = :unit or desk = :unit)");
                    bindings.put(name, value);
                }
                case "district", "class", "kind", "case" -> {
                    where.add(column(name) + " = :" + name);
                    bindings.put(name, value);
                }
                case "limit" -> limit = limit(value);
                case "after" -> {
                    where.add("(deadline, case_id, clock) > (:afterDeadline, :afterCase, :afterClock)");
                    bindings.putAll(Cursor.read(value).bindings());
                }
                default ->
                    throw ProblemException.invalid(
                            "?" + name,
                            "is no filter; there are state, unit, district, class, kind, case, limit, after");
            }
        }
        var caller = context.caller();
        if (!caller.is(CallerRole.OPERATOR) && !caller.is(CallerRole.AUDITOR)) {
            where.add("(unit = :sight or desk = :sight)");
            bindings.put("sight", caller.unit() == null ? "" : caller.unit().value());
        } else if (!caller.mayActIn(null)) {
            where.add("district = any(:sight)");
            bindings.put("sight", caller.districts().toArray(String[]::new));
        }
        if (!parameters.containsKey("state") && !parameters.containsKey("case")) {
            where.add("stopped_at is null");
        }
        int most = limit;
        return db.sql("select * from sla_board" + where + " order by deadline, case_id, clock limit " + (most + 1))
                .bindValues(bindings)
                .mapProperties(ClockAnswer.class)
                .all()
                .collectList()
                .map(found -> found.size() <= most
                        ? new Page(found, null)
                        : new Page(
                                found.subList(0, most),
                                Cursor.of(found.get(most - 1)).text()));
    }

    /** The last clock of a page. */
    private record Cursor(Instant deadline, String caseId, String clock) {
        static Cursor of(ClockAnswer last) {
            return new Cursor(last.deadline(), last.caseId(), last.clock());
        }

        String text() {
            String plain = "%s %s %s".formatted(deadline, caseId, clock);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
                return new Cursor(Instant.parse(parts[0]), parts[1], parts[2]);
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw ProblemException.invalid("?after", "is the 'next' of an earlier answer");
            }
        }

        Map<String, Object> bindings() {
            return Map.of("afterDeadline", deadline, "afterCase", caseId, "afterClock", clock);
        }
    }

    private static String column(String name) {
        return switch (name) {
            case "class" -> "class_code";
            case "case" -> "case_id";
            default -> name;
        };
    }

    private static int limit(String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other wrong number.
        }
        throw ProblemException.invalid("?limit", "is a number from 1 to " + MOST);
    }
}
