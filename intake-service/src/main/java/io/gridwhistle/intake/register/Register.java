package io.gridwhistle.intake.register;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads the register. */
@Component
public final class Register {
    private static final String SUMMARY =
            "case_id, external_id, platform, channel, class_code, status, title, district, unit, lon, lat, reported_at, updated_at, follows";

    private static final String STATE = "select state::text from case_state where case_id = :id";

    private static final String FOLLOWERS = "select count(*) from case_register where follows = :id";

    private static final String TIMELINE = """
            select event_id, log_time, happened_at, name, source, effect, void_reason, data::text as data
            from case_timeline where case_id = :id order by log_offset
            """;

    private final DatabaseClient db;
    private final FreshReads fresh;

    Register(DatabaseClient db, FreshReads fresh) {
        this.db = db;
        this.fresh = fresh;
    }

    /** The case as far as the log tells, if this caller may see it. */
    Mono<RegisteredCase> find(CaseId id, Caller caller) {
        return fresh.find(id, query(id, caller));
    }

    /** Where the case stands; where that will not do, only after the register has caught up with the log. */
    public Mono<Phase> findPhase(CaseId id, Caller caller, Predicate<Phase> willDo) {
        return fresh.find(
                        id,
                        query(id, caller),
                        found -> willDo.test(found.state().phase()))
                .map(found -> found.state().phase());
    }

    /** The case's state; where that will not do, only after the register has caught up with the log. */
    public Mono<CaseState> findState(CaseId id, Caller caller, Predicate<CaseState> willDo) {
        return fresh.find(id, query(id, caller), found -> willDo.test(found.state()))
                .map(RegisteredCase::state);
    }

    /** How many cases follow this one, or were closed with its answer. */
    Mono<Long> countFollowers(CaseId id) {
        return db.sql(FOLLOWERS)
                .bind("id", id.value())
                .map((row, meta) -> row.get(0, Long.class))
                .one();
    }

    private Mono<RegisteredCase> query(CaseId id, Caller caller) {
        var search = CaseSearch.byId(id.value(), caller);
        return db.sql(search.sql("case_id"))
                .bindValues(search.bindings())
                .map((row, meta) -> row.get(0, String.class))
                .one()
                .flatMap(found -> db.sql(STATE)
                        .bind("id", found)
                        .map((row, meta) -> Json.MAPPER.readValue(row.get(0, String.class), RegisteredCase.class))
                        .one());
    }

    Flux<TimelineEntry> timeline(CaseId id) {
        return db.sql(TIMELINE)
                .bind("id", id.value())
                .map((row, meta) -> new TimelineEntry(
                        row.get("event_id", String.class),
                        row.get("name", String.class),
                        row.get("log_time", Instant.class),
                        row.get("happened_at", Instant.class),
                        row.get("source", String.class),
                        row.get("effect", String.class),
                        row.get("void_reason", String.class),
                        Json.MAPPER.readTree(row.get("data", String.class))))
                .all();
    }

    /** One row more than the limit where there is a next page. */
    Flux<Map<String, Object>> search(CaseSearch search) {
        return db.sql(search.sql(SUMMARY)).bindValues(search.bindings()).fetch().all();
    }

    /** An event in a case's timeline; {@code effect} is valid, supplement or void. */
    record TimelineEntry(
            String id,
            String name,
            Instant logTime,
            Instant time,
            String source,
            String effect,
            @Nullable String voidReason,
            JsonNode data) {}

    record Page(List<CaseSummary> cases, @Nullable String next) {}
}
