package io.gridwhistle.benchmarks.timers;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.streams.Decider;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.DueTimer;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One timer a case: a supplement's text arms it ({@code arm 1790000000000}), cancels it ({@code cancel}), or is only
 * words. Once due, the case is supervised, and the reason is the deadline.
 */
final class TimerDecider implements Decider<TimerDecider.Armed> {
    private static final String NAME = "due";
    private static final Actor ACTOR = Actor.system("benchmark");

    /** When the timer is due, in milliseconds; 0 where none is armed. */
    record Armed(long due) {
        private static final Armed NONE = new Armed(0);
    }

    static CaseSupplemented arm(long due) {
        return words("arm " + due);
    }

    static CaseSupplemented cancel() {
        return words("cancel");
    }

    static CaseSupplemented words(String text) {
        return new CaseSupplemented(text, null, null, null, List.of(), ACTOR);
    }

    @Override
    public Class<Armed> stateType() {
        return Armed.class;
    }

    @Override
    public Decision<Armed> decide(@Nullable Armed state, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        Armed before = state == null ? Armed.NONE : state;
        String text = event.event() instanceof CaseSupplemented it ? it.text() : "";
        if (text.startsWith("arm ")) {
            long due = Long.parseLong(text.substring("arm ".length()));
            return new Decision.Draft().arm(NAME, Instant.ofEpochMilli(due)).leavingIn(new Armed(due));
        }
        if (text.equals("cancel") && before.due() != 0) {
            return new Decision.Draft()
                    .cancel(NAME, Instant.ofEpochMilli(before.due()))
                    .leavingIn(Armed.NONE);
        }
        return Decision.nothing(before);
    }

    @Override
    public Armed passOver(@Nullable Armed state, EventEnvelope<? extends CaseEvent> event) {
        return state == null ? Armed.NONE : state;
    }

    @Override
    public List<Decision.TimerChange.Arm> timersOf(Armed state) {
        return state.due() == 0
                ? List.of()
                : List.of(new Decision.TimerChange.Arm(NAME, Instant.ofEpochMilli(state.due())));
    }

    @Override
    public Decision<Armed> fire(Armed state, DueTimer timer, Moment moment) {
        var said = new CaseSupervised(Long.toString(timer.due().toEpochMilli()), null, ACTOR);
        var id = EventId.of(timer.caseId(), "fired", timer.due().toEpochMilli());
        return new Decision.Draft()
                .emit(Topics.CASE_LOG, moment.envelope(id, timer.caseId(), null, said))
                .leavingIn(Armed.NONE);
    }
}
