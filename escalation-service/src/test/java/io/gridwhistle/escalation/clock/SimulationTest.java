package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.escalation.clock.CaseHistory.Run;
import io.gridwhistle.escalation.clock.RandomCase.Verdict;
import io.gridwhistle.escalation.clock.SimulatedReader.Decided;
import io.gridwhistle.escalation.clock.SimulatedReader.Entry;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand cases that live at random, each held to what must never happen to any.
 *
 * <p>{@code -Dgridwhistle.seed=N} lives the one of seed N alone and prints its log.
 */
class SimulationTest {
    private static final int SEEDS = 10_000;
    private static final int MOST_ALARMS = 10;
    private static final Duration ALARM_EVERY = Duration.ofHours(4);

    private enum Happened {
        BREACH,
        ANSWER_IN_TIME,
        WARNING,
        ESCALATION,
        PAUSE,
        RESUMPTION,
        EXTENSION,
        REFUSAL,
        STRICTER_MODE,
        MODE_ENDED,
        PLANNED_MODE,
        LINK,
        SPLIT,
        SHARED_ANSWER,
        ALARM,
        OTHER_CLOCK_OF_AN_ORDER
    }

    private final Map<Happened, Integer> happened = new EnumMap<>(Happened.class);

    @Test
    void whatMustNotHappenHappensToNoCase() {
        Long single = Long.getLong("gridwhistle.seed");
        LongStream.range(single == null ? 0 : single, single == null ? SEEDS : single + 1)
                .forEach(seed -> {
                    RandomCase lived = new RandomCase(seed).live();
                    var history = new CaseHistory(lived);
                    if (single != null) {
                        System.out.println(history.print());
                    }
                    try {
                        hold(lived, history);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed %d: %s%n%s".formatted(seed, e.getMessage(), history.print()), e);
                    }
                });
        if (single == null) {
            assertThat(happened).containsOnlyKeys(Happened.values());
            assertThat(happened.values()).as("%s", happened).allMatch(times -> times > SEEDS / 50);
        }
    }

    private void hold(RandomCase lived, CaseHistory history) {
        whoAnswersInTimeIsNotBreachedAndWhoDoesNotIsOnce(history);
        theOverallClockIsNeverMoved(history);
        aClockThatStoodStillHasExactlyTheTimeThatWasLeft(history);
        aModeMakesNobodyLateAndItsEndGivesBackWhatItTook(history);
        nobodyIsWarnedOfWhatHasHappened(lived);
        aCaseIsSentToEachRungOnceATurn(lived, history);
        noBreachIsInSilence(lived, history);
        alarmsAreBounded(lived);
        theSameLogLeadsToTheSameDecisions(lived);
        nothingIsArmedForAnEndedCase(lived, history);
        whatACaseWaitsForIsTimed(lived, history);
        aFollowerWaitsForNobody(lived, history);
        count(Happened.REFUSAL, decided(lived, ApprovalRefused.class).size());
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
            count(Happened.BREACH, expected);
            count(Happened.ANSWER_IN_TIME, answered ? 1 : 0);
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
                        count(Happened.PAUSE, 1);
                    }
                    case ClockArmed it
                    when it.because() == ArmingCause.RESUMED -> {
                        Instant resumed = it.deadline()
                                .minus(Objects.requireNonNull(paused).left());
                        require(history.wasResumedAt(resumed), "%s goes on from %s", run.name(), resumed.toString());
                        count(Happened.RESUMPTION, 1);
                    }
                    case ClockArmed it when it.because() == ArmingCause.EXTENDED -> count(Happened.EXTENSION, 1);
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
                        count(Happened.STRICTER_MODE, 1);
                    }
                    case MODE_ENDED -> {
                        require(it.deadline().equals(planned), "%s does not go back", run.name());
                        planned = null;
                        count(Happened.MODE_ENDED, 1);
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
                count(Happened.WARNING, 1);
            } else if (it.event() instanceof ClockArmed armed) {
                // What goes on, or is given back, may have run out while escalation was away.
                boolean mayBeLate = armed.because() == ArmingCause.RESUMED || armed.because() == ArmingCause.MODE_ENDED;
                if (armed.because() == ArmingCause.MODE
                        && lived.log().get(verdict.record() - 1).mode() == null) {
                    count(Happened.PLANNED_MODE, 1);
                }
                require(mayBeLate || armed.deadline().isAfter(it.at()), "late at once: %s", it.toString());
            } else if (it.event() instanceof SlaBreached breached) {
                require(!it.at().isBefore(breached.deadline()), "a breach before the deadline: %s", it.toString());
            }
        }
    }

    private void aCaseIsSentToEachRungOnceATurn(RandomCase lived, CaseHistory history) {
        Map<Object, Set<UnitCode>> sent = new HashMap<>();
        for (Verdict verdict : lived.verdicts()) {
            if (verdict.decided().event() instanceof CaseEscalated it) {
                UnitCode unit = Objects.requireNonNull(it.to().addressee()).unit();
                require(
                        sent.computeIfAbsent(history.turnBefore(verdict.record()), turn -> new HashSet<>())
                                .add(unit),
                        "sent to %s twice",
                        unit.value());
                count(Happened.ESCALATION, 1);
            }
        }
    }

    /** Whoever should have answered: the case goes up, or somebody is told; where it should have gone up and did not, again. */
    private void noBreachIsInSilence(RandomCase lived, CaseHistory history) {
        var sentUp = new HashSet<OrderId>();
        for (Verdict verdict : lived.verdicts()) {
            Decided it = verdict.decided();
            if (it.event() instanceof CaseEscalated up && up.orderId() != null) {
                sentUp.add(up.orderId());
            }
            if (!(it.event() instanceof SlaBreached breach)
                    || (lived.isNoise() && breach.clock() == ClockKind.ACKNOWLEDGE)) {
                continue;
            }
            boolean isTold = lived.verdicts().stream()
                    .filter(other -> other.record() == verdict.record())
                    .map(other -> other.decided().event())
                    .anyMatch(other -> other instanceof CaseSupervised
                            || (other instanceof CaseEscalated up
                                    && up.because() == breach.clock()
                                    && Objects.equals(up.orderId(), breach.orderId())));
            boolean isGoingUp = breach.orderId() != null && sentUp.contains(breach.orderId());
            require(isTold || isGoingUp, "a breach of %s in silence", Clock.name(breach.clock(), breach.orderId()));
            count(Happened.OTHER_CLOCK_OF_AN_ORDER, isTold ? 0 : 1);
        }
        for (Run run : history.runs()) {
            Instant again = run.breaches() == 0
                    ? null
                    : Objects.requireNonNull(run.deadline()).plus(ALARM_EVERY.multipliedBy(2));
            if (again == null
                    || (lived.isNoise() && run.kind() == ClockKind.ACKNOWLEDGE)
                    || history.end().isBefore(again)
                    || history.isAnswered(run, again)) {
                continue;
            }
            Instant deadline = again.minus(ALARM_EVERY.multipliedBy(2));
            require(
                    lived.verdicts().stream()
                            .map(Verdict::decided)
                            .anyMatch(it -> it.event() instanceof CaseSupervised
                                    && !it.at().isBefore(deadline)),
                    "nobody hears of %s any more",
                    run.name());
        }
    }

    private void alarmsAreBounded(RandomCase lived) {
        Map<String, Integer> raised = new HashMap<>();
        for (Verdict verdict : lived.verdicts()) {
            if (verdict.decided().event() instanceof CaseSupervised it
                    && it.reason().startsWith("still waiting")) {
                String about = verdict.decided().id().value().replaceAll("\\.\\d+$", "");
                require(raised.merge(about, 1, Integer::sum) < MOST_ALARMS, "too many alarms about %s", about);
                count(Happened.ALARM, 1);
            }
        }
    }

    private static void theSameLogLeadsToTheSameDecisions(RandomCase lived) {
        SimulatedReader again = lived.another();
        var decided = new ArrayList<Decided>();
        for (Entry entry : lived.log()) {
            decided.addAll(again.read(entry));
        }
        List<Decided> before = lived.verdicts().stream().map(Verdict::decided).toList();
        require(decided.equals(before), "a replay decided otherwise");
        // A clock that starts twice in one millisecond, and stops in between, has started the same both times.
        var known = new HashMap<EventId, Decided>();
        for (Decided it : decided) {
            require(
                    it.equals(known.computeIfAbsent(it.id(), id -> it)),
                    "two decisions have the id %s",
                    it.id().value());
        }
    }

    private static void nothingIsArmedForAnEndedCase(RandomCase lived, CaseHistory history) {
        require(
                history.mayStillBeTimed() || lived.escalation().armed().isEmpty(),
                "armed for a case that has ended: %s",
                lived.escalation().armed().toString());
    }

    /** Record by record. What has run out, and is still waited for, stands among a case's clocks. */
    private static void whatACaseWaitsForIsTimed(RandomCase lived, CaseHistory history) {
        for (int record = 0; record < lived.log().size(); record++) {
            CaseState state = Objects.requireNonNull(history.stateAt(record));
            Set<String> timed = lived.timedAfter(record);
            List<String> awaited = Answers.awaited(state);
            require(timed.containsAll(awaited), "%d: %s waits for %s", record, timed.toString(), awaited.toString());
        }
    }

    /** Another case's orders are for it too: of its own clocks the overall one runs alone, beside a day that a desk has set. */
    private void aFollowerWaitsForNobody(RandomCase lived, CaseHistory history) {
        for (Verdict verdict : lived.verdicts()) {
            // With the record that links it, what had run out before still does.
            boolean follows = phase(history, verdict.record()) == Phase.FOLLOWING
                    && phase(history, verdict.record() - 1) == Phase.FOLLOWING;
            boolean isItsOwn = switch (verdict.decided().event()) {
                case ClockArmed it -> it.clock() != ClockKind.OVERALL;
                case SlaBreached it -> it.clock() != ClockKind.OVERALL;
                case CaseEscalated _ -> true;
                default -> false;
            };
            require(!(follows && isItsOwn), "a follower has a clock of its own: %s", verdict.toString());
        }
        if (phase(history, lived.log().size() - 1) == Phase.FOLLOWING) {
            require(
                    lived.escalation().armed().stream()
                            .allMatch(it -> Set.of(ClockKind.OVERALL.code(), Supervision.FOLLOW_UP)
                                    .contains(it.name())),
                    "armed for a follower: %s",
                    lived.escalation().armed().toString());
        }
        count(Happened.LINK, history.count(event -> event instanceof CaseLinked));
        count(Happened.SPLIT, history.count(event -> event instanceof CaseUnlinked));
        count(Happened.SHARED_ANSWER, history.count(event -> event instanceof CaseClosed it && it.with() != null));
    }

    private static @Nullable Phase phase(CaseHistory history, int record) {
        CaseState state = record < 0 ? null : history.stateAt(record);
        return state == null ? null : state.phase();
    }

    private static <E> List<E> decided(RandomCase lived, Class<E> type) {
        return lived.verdicts().stream()
                .map(verdict -> verdict.decided().event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void count(Happened what, int times) {
        happened.merge(what, times, Integer::sum);
    }

    private static void require(boolean holds, String otherwise, Object... about) {
        if (!holds) {
            throw new AssertionError(otherwise.formatted(about));
        }
    }
}
