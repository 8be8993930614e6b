package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.LogSettings;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Reads the order book, within what a caller may see: a unit its own desk's, a desk its districts'. */
@Component
class OrderBook {
    static final int MOST = 500;
    private static final int USUAL = 100;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String OVERDUE =
            "coalesce((status = 'issued' and acknowledge_due < now()) or (status in ('issued', 'acknowledged') and handle_due < now()), false)";

    private final DatabaseClient db;
    private final FreshReads fresh;
    private final Duration patience;

    OrderBook(DatabaseClient db, FreshReads fresh, LogSettings settings) {
        this.db = db;
        this.fresh = fresh;
        this.patience = settings.readWait();
    }

    /** The order, as soon as the log has it; where it will not do, only after the book has caught up. */
    Mono<OrderAnswer> find(OrderId id, Caller caller, Predicate<OrderAnswer> willDo) {
        var where = new Where(caller);
        where.and("order_id = :id", "id", id.value());
        var query = db.sql(
                        "select " + OrderAnswer.COLUMNS + ", decision::text as decision from order_book" + where.joined)
                .bindValues(where.bindings)
                .map(row ->
                        OrderAnswer.of(row, Json.MAPPER.readTree(String.valueOf(row.get("decision", String.class)))))
                .one();
        return fresh.find(id.caseId(), query, willDo)
                .switchIfEmpty(Mono.defer(() -> findBooked(id.caseId())).flatMap(booked -> {
                    if (isBeingIssued(id, booked)) {
                        return Mono.error(new NotIssuedYet());
                    }
                    // It may have been booked between the two looks.
                    return booked.orders().containsKey(id) ? query : Mono.empty();
                }))
                .retryWhen(Retry.fixedDelay(patience.dividedBy(LOOK_AGAIN), LOOK_AGAIN)
                        .filter(NotIssuedYet.class::isInstance))
                .onErrorMap(
                        Exceptions::isRetryExhausted,
                        e -> ProblemException.unavailable("view-behind", "the order is being issued; ask again", e));
    }

    private Mono<BookedCase> findBooked(CaseId id) {
        return db.sql("select state::text from case_state where case_id = :id")
                .bind("id", id.value())
                .map((row, meta) -> Json.MAPPER.readValue(row.get(0, String.class), BookedCase.class))
                .one();
    }

    /** Whether this is the very order that dispatch is about to issue for an accepted case. */
    private static boolean isBeingIssued(OrderId id, BookedCase booked) {
        return booked.state().phase().isAwaitingDispatch()
                && booked.state().phase() != Phase.IN_CONSULTATION
                && id.equals(OrderId.of(id.caseId(), booked.orders().size() + 1));
    }

    private static final class NotIssuedYet extends RuntimeException {
        NotIssuedYet() {
            super("not issued yet", null, false, false);
        }
    }

    Flux<OrderAnswer> list(MultiValueMap<String, String> parameters, Caller caller) {
        var where = new Where(caller);
        int limit = USUAL;
        for (var parameter : parameters.toSingleValueMap().entrySet()) {
            String value = parameter.getValue();
            switch (parameter.getKey()) {
                case "unit" -> where.and("(unit = :unit or desk = :unit)", "unit", value);
                case "district" -> where.and("district = :district", "district", value);
                case "case" -> where.and("case_id = :case", "case", value);
                case "state" -> where.and("status = any(:state)", "state", value.split(","));
                case "role" -> where.and("role = :role", "role", value);
                case "answerable" -> where.joined.add(Boolean.parseBoolean(value) ? "answerable" : "not answerable");
                case "overdue" -> where.joined.add(Boolean.parseBoolean(value) ? OVERDUE : "not " + OVERDUE);
                case "limit" -> limit = limit(value);
                case "after" -> where.and("order_id > :after", "after", value);
                default ->
                    throw ProblemException.invalid(
                            "?" + parameter.getKey(),
                            "is no filter; there are unit, district, case, state, role, answerable, overdue, limit, after");
            }
        }
        return db.sql("select " + OrderAnswer.COLUMNS + " from order_book" + where.joined + " order by order_id limit "
                        + (limit + 1))
                .bindValues(where.bindings)
                .map(row -> OrderAnswer.of(row, null))
                .all();
    }

    static int limit(MultiValueMap<String, String> parameters) {
        String limit = parameters.getFirst("limit");
        return limit == null ? USUAL : limit(limit);
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

    private static final class Where {
        private final StringJoiner joined = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        private final Map<String, Object> bindings = new LinkedHashMap<>();

        Where(Caller caller) {
            if (caller.is(CallerRole.OPERATOR) || caller.is(CallerRole.AUDITOR)) {
                if (!caller.mayActIn(null)) {
                    and(
                            "(district = any(:sight) or case_district = any(:sight))",
                            "sight",
                            caller.districts().toArray(String[]::new));
                }
            } else {
                and(
                        "(unit = :sight or desk = :sight)",
                        "sight",
                        caller.unit() == null ? "" : caller.unit().value());
            }
        }

        void and(String condition, String name, Object value) {
            joined.add(condition);
            bindings.put(name, value);
        }
    }
}
