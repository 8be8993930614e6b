package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.Warning;
import io.gridwhistle.events.id.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts, moves, pauses and stops the clocks of a case, and says what they show. */
final class Clocks {
    private Clocks() {}

    /** Starts a clock of the case itself, if the policy keeps it. */
    static TimedCase startFromPolicy(TimedCase now, ClockKind kind, Draft draft) {
        return InForce.terms(now, (OrderId) null, draft.moment())
                .findDeadline(kind, draft.now())
                .map(deadline -> start(now, kind, null, null, draft.now(), deadline, draft))
                .orElse(now);
    }

    /**
     * Starts a clock; one that runs already, or ran out and is still waited for, is left as it is.
     *
     * @param cause of its order, where it is an order's
     */
    static TimedCase start(
            TimedCase now,
            ClockKind kind,
            @Nullable OrderId orderId,
            @Nullable DispatchCause cause,
            Instant start,
            Instant deadline,
            Draft draft) {
        if (now.clocks().containsKey(Clock.name(kind, orderId))) {
            return now;
        }
        Terms terms = InForce.terms(now, orderId, draft.moment());
        // An order's is remarked where it is printed.
        if (orderId == null && terms.isEstimated(kind, start, deadline)) {
            draft.decision().remark("deadline-estimated");
        }
        var warnings = terms.listWarnings(kind, start, deadline);
        var clock = Clock.of(kind, orderId, cause, now.state().turn(), start, warnings, deadline);
        return kind == ClockKind.HANDLE && now.suspension() != null
                ? pause(now, clock, start, draft)
                : run(now, clock, ArmingCause.STARTED, draft);
    }

    /** Stops the clock where it is. */
    static TimedCase pause(TimedCase now, Clock clock, Instant at, Draft draft) {
        draft.cancel(clock.name(), clock.next());
        var left = InForce.terms(now, clock, draft.moment()).measure(clock.kind(), at, clock.deadline());
        draft.emit(new ClockPaused(clock.kind(), clock.orderId(), left), clock.name(), at.toEpochMilli());
        return now.with(clock.pausedAt(at));
    }

    /** Goes on with every clock that stands still, with exactly the time that it had left. */
    static TimedCase resume(TimedCase now, Instant at, Draft draft) {
        TimedCase next = now;
        for (Clock clock : now.clocks().values()) {
            if (clock.pausedAt() != null) {
                Terms terms = InForce.terms(now, clock, draft.moment());
                ClockKind kind = clock.kind();
                Instant start = terms.add(kind, clock.start(), terms.measure(kind, clock.pausedAt(), at));
                Instant deadline = terms.add(kind, at, terms.measure(kind, clock.pausedAt(), clock.deadline()));
                Instant planned = terms.add(kind, at, terms.measure(kind, clock.pausedAt(), clock.planned()));
                Clock.Stricter stricter = clock.plan().stricter();
                var plan = clock.plan().with(stricter == null ? null : new Clock.Stricter(stricter.mode(), planned));
                var warnings = warningsAfter(at, terms, clock, start, deadline);
                next = run(next, clock.from(start, warnings, deadline, plan), ArmingCause.RESUMED, draft);
            }
        }
        return OperatingModes.follow(next, draft);
    }

    /** Gives a running clock another deadline. */
    static TimedCase move(
            TimedCase now, Clock clock, Instant deadline, Clock.Plan plan, ArmingCause because, Draft draft) {
        draft.cancel(clock.name(), clock.next());
        Terms terms = InForce.terms(now, clock, draft.moment());
        List<Warning> warnings = warningsAfter(draft.now(), terms, clock, clock.start(), deadline);
        return run(now, clock.from(clock.start(), warnings, deadline, plan), because, draft);
    }

    private static List<Warning> warningsAfter(Instant at, Terms terms, Clock clock, Instant start, Instant deadline) {
        return terms.listWarnings(clock.kind(), start, deadline).stream()
                .filter(warning -> warning.at().isAfter(at))
                .toList();
    }

    private static TimedCase run(TimedCase now, Clock clock, ArmingCause because, Draft draft) {
        draft.arm(clock.name(), clock.next());
        draft.emit(
                new ClockArmed(
                        clock.kind(),
                        clock.orderId(),
                        because,
                        InForce.mode(now, draft.moment()).mode(),
                        clock.start(),
                        clock.warnings(),
                        clock.deadline()),
                clock.name(),
                clock.deadline().toEpochMilli(),
                clock.armed());
        return now.with(clock);
    }

    static TimedCase stopWhatIsNotNeeded(TimedCase now, Draft draft) {
        TimedCase next = now;
        for (Clock clock : now.clocks().values()) {
            if (!clock.isNeeded(now.state())) {
                draft.cancel(clock.name(), clock.next());
                next = next.without(clock.name());
            }
        }
        return next;
    }

    /**
     * The moment {@code due} of a running clock has come: it warns or has run out.
     *
     * <p>After an outage several may have come at once. Then only the last of them is told, in its own turn among those
     * of other cases: nobody is warned of what has happened already.
     */
    static TimedCase pass(TimedCase now, Clock clock, Instant due, Draft draft) {
        return OperatingModes.passOver(now, clock, due, draft).orElseGet(() -> come(now, clock, due, draft));
    }

    private static TimedCase come(TimedCase now, Clock clock, Instant due, Draft draft) {
        if (!clock.deadline().isAfter(draft.now())) {
            return clock.deadline().isAfter(due)
                    ? waitFor(now, clock.withWarnings(List.of()), draft)
                    : Escalation.breach(now.with(clock.asBreached()), clock.asBreached(), draft);
        }
        List<Warning> passed = clock.warnings().stream()
                .filter(warning -> !warning.at().isAfter(draft.now()))
                .toList();
        Warning last = passed.getLast();
        List<Warning> ahead =
                clock.warnings().subList(passed.size(), clock.warnings().size());
        if (last.at().isAfter(due)) {
            return waitFor(
                    now,
                    clock.withWarnings(clock.warnings()
                            .subList(passed.size() - 1, clock.warnings().size())),
                    draft);
        }
        draft.emit(
                new SlaWarned(clock.kind(), clock.orderId(), last.level(), clock.deadline()),
                clock.name(),
                last.level().code(),
                clock.deadline().toEpochMilli());
        return waitFor(now, clock.withWarnings(List.copyOf(ahead)), draft);
    }

    private static TimedCase waitFor(TimedCase now, Clock clock, Draft draft) {
        draft.arm(clock.name(), clock.next());
        return now.with(clock);
    }
}
