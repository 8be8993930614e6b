package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads single cases of the score book. */
@Component
public final class ScoreBook {
    private static final String SELECT = "select state::text from case_state where case_id = :id";

    private final DatabaseClient db;
    private final FreshReads fresh;

    ScoreBook(DatabaseClient db, FreshReads fresh) {
        this.db = db;
        this.fresh = fresh;
    }

    /** A case this caller may see; where its state will not do, only after the book has caught up with the log. */
    public Mono<ScoredCase> find(CaseId id, Caller caller, Predicate<CaseState> willDo) {
        var query = db.sql(SELECT)
                .bind("id", id.value())
                .map((row, meta) -> Json.MAPPER.readValue(row.get(0, String.class), ScoredCase.class))
                .one();
        return fresh.find(id, query, found -> willDo.test(found.state())).filter(found -> maySee(caller, found));
    }

    private static boolean maySee(Caller caller, ScoredCase found) {
        if (caller.is(CallerRole.OPERATOR)) {
            var district = found.district();
            return caller.mayActIn(district == null ? null : district.value());
        }
        if (caller.unit() != null) {
            return found.state().orders().values().stream()
                    .anyMatch(line -> line.to().desk().equals(caller.unit())
                            || line.to().unit().equals(caller.unit()));
        }
        return found.report().platform().equals(caller.platform());
    }
}
