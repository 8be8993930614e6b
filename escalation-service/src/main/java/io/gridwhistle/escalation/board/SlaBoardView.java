package io.gridwhistle.escalation.board;

import io.gridwhistle.escalation.mode.ModeBook;
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

/** Writes the SLA board, the list of supervised cases, and what was said of modes. */
@Component
final class SlaBoardView extends FoldingView<BoardCase> {
    private static final Rows<ClockRow> CLOCKS =
            new Rows<>("sla_board", List.of("case_id", "clock"), ClockRow.class, Rows.WhenThere.REPLACE);

    private static final Rows<SupervisedRow> SUPERVISED =
            new Rows<>("supervised_case", List.of("case_id"), SupervisedRow.class, Rows.WhenThere.REPLACE);

    private final DatabaseClient db;
    private final ModeBook modes;
    private final SlaMeters meters;

    SlaBoardView(DatabaseClient db, ModeBook modes, SlaMeters meters) {
        super("sla-board", new CaseStates<>(db, BoardCase.class));
        this.db = db;
        this.modes = modes;
        this.meters = meters;
    }

    @Override
    protected Mono<Void> writeControl(List<Logged> events) {
        return modes.write(events);
    }

    @Override
    protected @Nullable BoardCase next(@Nullable BoardCase before, Logged event) {
        return BoardCase.apply(before, event.envelope().as(CaseEvent.class), event.logTime());
    }

    @Override
    protected void happened(Step<BoardCase> step) {
        meters.count(step);
    }

    @Override
    protected Mono<Void> write(List<Changed<BoardCase>> changed) {
        return CLOCKS.write(
                        db,
                        changed.stream()
                                .flatMap(it -> it.state().clocks().entrySet().stream()
                                        .map(clock ->
                                                ClockRow.of(it.id(), it.state(), clock.getKey(), clock.getValue())))
                                .toList())
                .then(SUPERVISED.write(
                        db,
                        changed.stream()
                                .flatMap(it -> SupervisedRow.of(it.id(), it.state()).stream())
                                .toList()));
    }
}
