package io.gridwhistle.intake.register;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.log.view.CaseStates;
import io.gridwhistle.log.view.FoldingView;
import io.gridwhistle.log.view.Logged;
import io.gridwhistle.log.view.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the register and the timeline. */
@Component
final class RegisterView extends FoldingView<RegisteredCase> {
    private static final Rows<RegisterRow> REGISTER =
            new Rows<>("case_register", List.of("case_id"), RegisterRow.class, Rows.WhenThere.REPLACE);
    // The same event again is the same line: the first one tells what it did.
    private static final Rows<TimelineRow> TIMELINE =
            new Rows<>("case_timeline", List.of("case_id", "event_id"), TimelineRow.class, Rows.WhenThere.KEEP);

    private final DatabaseClient db;
    private final Map<String, TimelineRow> timeline = new LinkedHashMap<>();

    RegisterView(DatabaseClient db) {
        super("register", new CaseStates<>(db, RegisteredCase.class));
        this.db = db;
    }

    @Override
    protected @Nullable RegisteredCase next(@Nullable RegisteredCase before, Logged event) {
        var step = RegisteredCase.apply(before, event.envelope().as(CaseEvent.class), event.logTime());
        timeline.putIfAbsent(
                event.envelope().id().value(),
                TimelineRow.of(event.envelope().requireCaseId().value(), event, step));
        return step.next();
    }

    @Override
    protected Mono<Void> write(List<Changed<RegisteredCase>> changed) {
        var lines = List.copyOf(timeline.values());
        timeline.clear();
        return REGISTER.write(
                        db,
                        changed.stream()
                                .map(it -> RegisterRow.of(it.id().value(), it.state()))
                                .toList())
                .then(TIMELINE.write(db, lines));
    }
}
