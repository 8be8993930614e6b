package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.log.streams.Moment.ModeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What another operating mode does to clocks that run already.
 *
 * <p>A stricter one gives them less time, counted from when it came into force; when it ends, they go back to the deadline
 * that they had. A milder one changes nothing: it is for what begins while it holds. Nothing moves the overall clock.
 */
final class OperatingModes {
    /** Who is told of a mode this soon after it began counts from its beginning. */
    private static final Duration PROMPT = Duration.ofMinutes(1);

    private OperatingModes() {}

    /** Whether a mode may concern the clock. */
    static boolean mayMove(Clock clock) {
        return clock.kind() != ClockKind.OVERALL && !clock.breached();
    }

    static TimedCase follow(TimedCase now, Draft draft) {
        ModeInForce mode = InForce.mode(now, draft.moment());
        TimedCase next = now;
        for (Clock clock : now.clocks().values()) {
            // One that has run out is decided in its own turn.
            if (mayMove(clock) && clock.isRunning() && clock.deadline().isAfter(draft.now())) {
                next = follow(next, clock, mode, draft);
            }
        }
        return next;
    }

    /** A moment of the clock has come, but the mode that it goes by had ended before: it goes by what holds now. */
    static Optional<TimedCase> passOver(TimedCase now, Clock clock, Instant due, Draft draft) {
        Clock.Stricter stricter = clock.plan().stricter();
        if (stricter == null
                || stricter.mode() == InForce.mode(now, due, draft.moment()).mode()) {
            return Optional.empty();
        }
        return Optional.of(plan(now, clock, InForce.mode(now, draft.moment()), draft));
    }

    private static TimedCase follow(TimedCase now, Clock clock, ModeInForce mode, Draft draft) {
        Clock.Stricter before = clock.plan().stricter();
        // The same mode said once more gives nobody more time.
        return before != null && before.mode() == mode.mode() ? now : plan(now, clock, mode, draft);
    }

    private static TimedCase plan(TimedCase now, Clock clock, ModeInForce mode, Draft draft) {
        Instant planned = clock.planned();
        Optional<Instant> stricter = mode.since().isAfter(clock.plan().since())
                ? deadline(InForce.terms(now, clock, draft.moment()), clock, from(mode, draft))
                        .filter(deadline -> deadline.isBefore(planned))
                : Optional.empty();
        if (stricter.isPresent()) {
            var plan = clock.plan().with(new Clock.Stricter(mode.mode(), planned));
            return Clocks.move(now, clock, stricter.get(), plan, ArmingCause.MODE, draft);
        }
        return clock.plan().stricter() == null
                ? now
                : Clocks.move(now, clock, planned, clock.plan().with(null), ArmingCause.MODE_ENDED, draft);
    }

    /** Nobody is late by a mode that he could not have heard of because this service was away. */
    private static Instant from(ModeInForce mode, Draft draft) {
        return mode.since().plus(PROMPT).isBefore(draft.now()) ? draft.now() : mode.since();
    }

    private static Optional<Instant> deadline(Terms terms, Clock clock, Instant from) {
        return clock.plan().cause() == null
                ? terms.findDeadline(clock.kind(), from)
                : Optional.ofNullable(
                        terms.orderDeadlines(from, clock.plan().cause()).get(clock.kind()));
    }
}
