package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.PlatformId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that was dispatched at 8 and follows another from 8:01 on; the clocks are those of {@link EscalationDeciderTest}. */
class FollowersClocksTest {
    private static final CaseId FIRST = CaseId.of(new PlatformId("zhenghaopai"), "first");
    private static final Actor DESK = Actor.system("test");

    private final LogSimulator log = new LogSimulator();

    @BeforeEach
    void itFollows() {
        append("08:00", "reported");
        append("08:00", "accepted");
        append("08:00", "dispatched #1 chief");
        log.append(at("08:01"), new CaseLinked(FIRST, null, null, "", DESK));
    }

    @Test
    void itsOrdersClocksEndAndItDoesNotClimb() {
        assertThat(log.pass(at("12:00"))).isEmpty();
        assertThat(log.pass(at("18:00")))
                .extracting(Object::getClass)
                .as("nothing but the end of a case stops its overall clock")
                .containsExactly(SlaBreached.class, CaseSupervised.class);
    }

    @Test
    void closedWithTheFirstItOwesItsFollowUpAndNothingElse() {
        log.append(at("10:00"), new CaseClosed(1, new SharedAnswer(FIRST, 1, "mended")));

        assertThat(log.clocks()).extracting(Clock::kind).containsExactly(ClockKind.FOLLOW_UP);
        assertThat(log.pass(at("20:00"))).isEmpty();
    }

    @Test
    void splitOffItIsTimedAsAnyOther() {
        log.append(at("09:00"), new CaseUnlinked(FIRST, null, "", DESK));

        assertThat(append("09:00", "dispatched #2 chief unlinked"))
                .extracting(Object::getClass)
                .containsExactly(ClockArmed.class, ClockArmed.class);
        assertThat(log.pass(at("09:20")))
                .extracting(Object::getClass)
                .containsExactly(SlaBreached.class, CaseEscalated.class);
    }

    private List<CaseEvent> append(String time, String words) {
        return log.append(at(time), Events.of(words, at(time)));
    }

    private static Instant at(String time) {
        return Instant.parse("2025-11-20T%s:00Z".formatted(time));
    }
}
