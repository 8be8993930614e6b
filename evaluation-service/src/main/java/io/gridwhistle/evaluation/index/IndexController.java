package io.gridwhistle.evaluation.index;

import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The indices (考核指标) over the cases reported in a span of time. */
@RestController
final class IndexController {
    private static final Map<String, String> GROUPS = Map.of(
            "city", "'city'",
            "district", "coalesce(district, '')",
            "unit", "coalesce(unit, '')",
            "class", "class_code",
            "channel", "channel",
            "platform", "platform");

    /** A rate is never told without what it is a share of. {@code value} is absent where the denominator is 0. */
    record Rate(long numerator, long denominator, @Nullable Double value) {
        static Rate of(long numerator, long denominator) {
            return new Rate(
                    numerator,
                    denominator,
                    denominator == 0 ? null : Math.round(10_000.0 * numerator / denominator) / 10_000.0);
        }
    }

    /**
     * @param returns orders that were returned (退单); by unit, those that it has returned itself
     * @param buckPassing (推诿数) those of them after which the centre has named the same unit to lead
     */
    record Group(String key, long cases, long escalations, long returns, long buckPassing, Map<String, Rate> rates) {}

    record Indices(String by, List<Group> groups) {}

    private final DatabaseClient db;

    IndexController(DatabaseClient db) {
        this.db = db;
    }

    @GetMapping("/api/v1/indices")
    Mono<Indices> indices(
            @RequestParam(defaultValue = "city") String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            RequestContext context) {
        String group = GROUPS.get(by);
        if (group == null) {
            throw ProblemException.invalid(
                    "?by", "is one of " + GROUPS.keySet().stream().sorted().toList());
        }
        var caller = context.caller();
        boolean all = (caller.is(CallerRole.OPERATOR) || caller.is(CallerRole.AUDITOR)) && caller.mayActIn(null);
        String sight = all ? "" : caller.unit() != null ? " and unit = any(:sight)" : " and district = any(:sight)";
        String asked = " where reported_at >= :from and reported_at < :to" + sight + " group by 1";
        var sql = db.sql("with scores as (select " + group + " as key, count(*) as cases,"
                        + " sum(escalations) as escalations, " + columns() + " from score_book" + asked + "),"
                        + " returns as (select " + group + " as key, count(*) as returns,"
                        + " count(*) filter (where buck_passing) as buck_passing from returned_order" + asked + ")"
                        + " select * from scores full join returns using (key) order by key")
                .bind("from", from == null ? Instant.EPOCH : Texts.time("?from", from))
                .bind("to", to == null ? Instant.parse("9999-01-01T00:00:00Z") : Texts.time("?to", to));
        if (!all) {
            sql = sql.bind(
                    "sight",
                    caller.unit() != null
                            ? new String[] {caller.unit().value()}
                            : caller.districts().toArray(String[]::new));
        }
        return sql.fetch().all().map(IndexController::group).collectList().map(groups -> new Indices(by, groups));
    }

    private static String columns() {
        return Arrays.stream(Index.values())
                .map(index ->
                        "count(*) filter (where (%1$s) and (%2$s)) as n_%3$s, count(*) filter (where %2$s) as d_%3$s"
                                .formatted(index.numerator, index.denominator, index.ordinal()))
                .collect(Collectors.joining(", "));
    }

    private static Group group(Map<String, Object> row) {
        var rates = new LinkedHashMap<String, Rate>();
        for (Index index : Index.values()) {
            rates.put(index.code(), Rate.of(number(row, "n_" + index.ordinal()), number(row, "d_" + index.ordinal())));
        }
        return new Group(
                String.valueOf(row.get("key")),
                number(row, "cases"),
                number(row, "escalations"),
                number(row, "returns"),
                number(row, "buck_passing"),
                rates);
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
