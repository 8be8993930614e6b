package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.log.view.CaseStates;
import io.gridwhistle.log.view.FoldingView;
import io.gridwhistle.log.view.Logged;
import io.gridwhistle.log.view.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the score book. */
@Component
final class ScoreBookView extends FoldingView<ScoredCase> {
    private static final Rows<ScoreRow> SCORES =
            new Rows<>("score_book", List.of("case_id"), ScoreRow.class, Rows.WhenThere.REPLACE);

    private static final Rows<ReturnRow> RETURNS =
            new Rows<>("returned_order", List.of("order_id"), ReturnRow.class, Rows.WhenThere.REPLACE);

    private final DatabaseClient db;

    ScoreBookView(DatabaseClient db) {
        super("score-book", new CaseStates<>(db, ScoredCase.class));
        this.db = db;
    }

    @Override
    protected @Nullable ScoredCase next(@Nullable ScoredCase before, Logged event) {
        return ScoredCase.apply(before, event.envelope().as(CaseEvent.class), event.logTime());
    }

    @Override
    protected Mono<Void> write(List<Changed<ScoredCase>> changed) {
        return SCORES.write(
                        db,
                        changed.stream()
                                .map(it -> ScoreRow.of(it.id(), it.state()))
                                .toList())
                .then(RETURNS.write(
                        db,
                        changed.stream()
                                .flatMap(it -> ReturnRow.of(it.id(), it.state()))
                                .toList()));
    }
}
