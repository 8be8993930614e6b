package io.gridwhistle.escalation.clock;

import static io.gridwhistle.escalation.clock.Happenings.require;

import io.gridwhistle.escalation.clock.CaseHistory.Run;
import io.gridwhistle.escalation.clock.Happenings.Kind;
import io.gridwhistle.escalation.clock.RandomCase.Verdict;
import io.gridwhistle.escalation.clock.SimulatedReader.Decided;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What holds of every clock, from where it starts to its end. */
final class ClockInvariants {
    private final Happenings happened;

    ClockInvariants(Happenings happened) {
        this.happened = happened;
    }

    void hold(RandomCase lived, CaseHistory history) {
        whoAnswersInTimeIsNotBreachedAndWhoDoesNotIsOnce(history);
        theOverallClockIsNeverMoved(history);
        aClockThatStoodStillHasExactlyTheTimeThatWasLeft(history);
        aModeMakesNobodyLateAndItsEndGivesBackWhatItTook(history);
        nobodyIsWarnedOfWhatHasHappened(lived);
    }

    private void whoAnswersInTimeIsNotBreachedAndWhoDoesNotIsOnce(CaseHistory history) {
        for (Run run : history.runs()) {
            for (var superseded : run.superseded()) {
                require(
                        superseded.at().isBefore(superseded.deadline())
                                || superseded.wasLateAtOnce()
                                || history.hadModeEnded(superseded),
                        "%s was moved after it had run out",
                        run.name());
            }
            Instant deadline = run.deadline();
            boolean isDue = deadline != null && !history.end().isBefore(deadline);
            boolean answered = isDue && history.isAnswered(run, Objects.requireNonNull(deadline));
            int expected = isDue && !answered ? 1 : 0;
            require(
                    run.breaches() == expected,
                    "%s, due %s, has %d breaches",
                    run.name(),
                    String.valueOf(deadline),
                    run.breaches());
            happened.count(Kind.BREACH, expected);
            happened.count(Kind.ANSWER_IN_TIME, answered ? 1 : 0);
        }
    }

    private static void theOverallClockIsNeverMoved(CaseHistory history) {
        for (Run run : history.runs()) {
            if (run.kind() == ClockKind.OVERALL) {
                require(run.superseded().isEmpty(), "the overall clock was moved or stopped");
            }
        }
    }

    private void aClockThatStoodStillHasExactlyTheTimeThatWasLeft(CaseHistory history) {
        for (Run run : history.runs()) {
            require(!history.isForgotten(run), "%s was never resumed", run.name());
            ClockPaused paused = null;
            for (CaseEvent event : run.events()) {
                switch (event) {
                    case ClockPaused it -> {
                        require(it.clock() == ClockKind.HANDLE, "%s stood still", run.name());
                        paused = it;
                        happened.count(Kind.PAUSE, 1);
                    }
                    case ClockArmed it
                    when it.because() == ArmingCause.RESUMED -> {
                        Instant resumed = it.deadline()
                                .minus(Objects.requireNonNull(paused).left());
                        require(history.wasResumedAt(resumed), "%s goes on from %s", run.name(), resumed.toString());
                        happened.count(Kind.RESUMPTION, 1);
                    }
                    case ClockArmed it when it.because() == ArmingCause.EXTENDED -> happened.count(Kind.EXTENSION, 1);
                    default -> {
                        // Neither stops the clock nor moves it.
                    }
                }
            }
        }
    }

    private void aModeMakesNobodyLateAndItsEndGivesBackWhatItTook(CaseHistory history) {
        for (Run run : history.runs()) {
            Instant before = null;
            Instant planned = null;
            for (CaseEvent event : run.events()) {
                if (!(event instanceof ClockArmed it)) {
                    continue;
                }
                switch (it.because()) {
                    case MODE -> {
                        planned = planned == null ? before : planned;
                        require(
                                it.deadline().isBefore(Objects.requireNonNull(planned)),
                                "%s has more time",
                                run.name());
                        happened.count(Kind.STRICTER_MODE, 1);
                    }
                    case MODE_ENDED -> {
                        require(it.deadline().equals(planned), "%s does not go back", run.name());
                        planned = null;
                        happened.count(Kind.MODE_ENDED, 1);
                    }
                    case RESUMED ->
                        planned = planned == null
                                ? null
                                : planned.plus(Duration.between(Objects.requireNonNull(before), it.deadline()));
                    case STARTED, EXTENDED -> planned = null;
                }
                before = it.deadline();
            }
        }
    }

    private void nobodyIsWarnedOfWhatHasHappened(RandomCase lived) {
        for (Verdict verdict : lived.verdicts()) {
            Decided it = verdict.decided();
            if (it.event() instanceof SlaWarned warned) {
                require(it.at().isBefore(warned.deadline()), "a warning after the deadline: %s", it.toString());
                happened.count(Kind.WARNING, 1);
            } else if (it.event() instanceof ClockArmed armed) {
                // What goes on, or is given back, may have run out while escalation was away.
                boolean mayBeLate = armed.because() == ArmingCause.RESUMED || armed.because() == ArmingCause.MODE_ENDED;
                if (armed.because() == ArmingCause.MODE
                        && lived.log().get(verdict.record() - 1).mode() == null) {
                    happened.count(Kind.PLANNED_MODE, 1);
                }
                require(mayBeLate || armed.deadline().isAfter(it.at()), "late at once: %s", it.toString());
            } else if (it.event() instanceof SlaBreached breached) {
                require(!it.at().isBefore(breached.deadline()), "a breach before the deadline: %s", it.toString());
            }
        }
    }
}
