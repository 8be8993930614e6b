package io.gridwhistle.escalation.clock;

import static io.gridwhistle.escalation.clock.Happenings.require;

import io.gridwhistle.escalation.clock.CaseHistory.Run;
import io.gridwhistle.escalation.clock.Happenings.Kind;
import io.gridwhistle.escalation.clock.RandomCase.Verdict;
import io.gridwhistle.escalation.clock.SimulatedReader.Decided;
import io.gridwhistle.escalation.clock.SimulatedReader.Entry;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds of every case, and of those whom it asks. */
final class CaseInvariants {
    private static final int MOST_ALARMS = 10;
    private static final Duration ALARM_EVERY = Duration.ofHours(4);

    private final Happenings happened;

    CaseInvariants(Happenings happened) {
        this.happened = happened;
    }

    void hold(RandomCase lived, CaseHistory history) {
        aCaseIsSentToEachRungOnceATurn(lived, history);
        noBreachIsInSilence(lived, history);
        alarmsAreBounded(lived);
        theSameLogLeadsToTheSameDecisions(lived);
        nothingIsArmedForAnEndedCase(lived, history);
        whatACaseWaitsForIsTimed(lived, history);
        aFollowerWaitsForNobody(lived, history);
        lived.verdicts().stream()
                .filter(verdict -> verdict.decided().event() instanceof ApprovalRefused)
                .forEach(refused -> happened.count(Kind.REFUSAL, 1));
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
                happened.count(Kind.ESCALATION, 1);
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
            happened.count(Kind.OTHER_CLOCK_OF_AN_ORDER, isTold ? 0 : 1);
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
                happened.count(Kind.ALARM, 1);
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
        happened.count(Kind.LINK, history.count(event -> event instanceof CaseLinked));
        happened.count(Kind.SPLIT, history.count(event -> event instanceof CaseUnlinked));
        happened.count(Kind.SHARED_ANSWER, history.count(event -> event instanceof CaseClosed it && it.with() != null));
    }

    private static @Nullable Phase phase(CaseHistory history, int record) {
        CaseState state = record < 0 ? null : history.stateAt(record);
        return state == null ? null : state.phase();
    }
}
