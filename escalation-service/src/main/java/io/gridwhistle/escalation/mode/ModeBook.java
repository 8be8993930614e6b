package io.gridwhistle.escalation.mode;

import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.log.streams.Modes;
import io.gridwhistle.log.view.Logged;
import io.gridwhistle.log.view.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was said and planned of operating modes, as the log has it. */
@Component
public final class ModeBook {
    private static final Rows<ModeRow> ROWS =
            new Rows<>("operating_mode", List.of("event_id", "number"), ModeRow.class, Rows.WhenThere.KEEP);
    /** A plan stands on every partition; one that is read late does not take the place of a newer one. */
    private static final String OUTDATED = """
            delete from operating_mode it using plan_of_modes newest where it.planned and it.event_id <> newest.event_id
            """;

    private static final String NEWEST = """
            insert into plan_of_modes (one, event_id, said_at) values (true, :id, :at)
            on conflict (one) do update set event_id = excluded.event_id, said_at = excluded.said_at
            where plan_of_modes.said_at < excluded.said_at
            """;
    /** Years of them are some hundreds. */
    private static final String SELECT = """
            select * from operating_mode where until_at is null or until_at > :at order by said_at, event_id, number
            """;

    private final DatabaseClient db;

    ModeBook(DatabaseClient db) {
        this.db = db;
    }

    /** Takes down what control events say of modes. */
    public Mono<Void> write(List<Logged> events) {
        Mono<Void> newest = events.stream()
                .filter(logged -> logged.envelope().event() instanceof ModesPlanned)
                .max(Comparator.comparing(logged -> logged.envelope().time()))
                .map(this::plan)
                .orElse(Mono.empty());
        List<ModeRow> rows = ModeRow.listAll(events).stream().distinct().toList();
        return rows.isEmpty() && events.stream().noneMatch(it -> it.envelope().event() instanceof ModesPlanned)
                ? Mono.empty()
                : ROWS.write(db, rows)
                        .then(newest)
                        .then(db.sql(OUTDATED).fetch().rowsUpdated().then());
    }

    private Mono<Void> plan(Logged plan) {
        return db.sql(NEWEST)
                .bind("id", plan.envelope().id().value())
                .bind("at", plan.envelope().time())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** What is not over yet, as it was said. */
    Mono<List<ModeRow>> list(Instant now) {
        return db.sql(SELECT).bind("at", now).mapProperties(ModeRow.class).all().collectList();
    }

    /** The modes as they hold by what the view has. */
    public Mono<Modes> read(Instant now) {
        return list(now).map(ModeBook::fold);
    }

    static Modes fold(List<ModeRow> rows) {
        Modes modes = Modes.NONE;
        for (ModeRow row : rows) {
            if (!row.planned()) {
                modes = modes.with(row.asSaid(), row.saidAt());
            }
        }
        var plan =
                rows.stream().filter(ModeRow::planned).map(ModeRow::asPlanned).toList();
        return modes.planning(plan, Instant.EPOCH);
    }
}
