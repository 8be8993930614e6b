package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Supervision (督办): somebody has to look at the case, and is told so again and again.
 *
 * <p>By rule where a clock ran out and there is nobody the case could go up to, or nobody up there was asked, as long as that
 * clock is needed. By hand
 * where a desk names a day on which it wants to hear of the case again.
 */
final class Supervision {
    /** The timer of a supervision by hand. */
    static final String FOLLOW_UP = "supervision";

    private static final Actor ESCALATION = Actor.system("escalation");

    private Supervision() {}

    static void announce(String reason, Draft draft, Object... about) {
        draft.emit(new CaseSupervised(reason, null, ESCALATION), about);
    }

    /** The first alarm about a clock. */
    static TimedCase of(TimedCase now, Clock clock, String reason, Draft draft) {
        announce(reason, draft, clock.name(), clock.deadline().toEpochMilli());
        return watch(now, clock, draft);
    }

    /**
     * An alarm will be raised about a clock as long as it is needed; where one of the same order is being raised, this one
     * takes its place.
     */
    static TimedCase watch(TimedCase now, Clock clock, Draft draft) {
        TimedCase next = now;
        for (Clock other : now.clocks().values()) {
            if (other.alarm() != null && clock.orderId() != null && Objects.equals(other.orderId(), clock.orderId())) {
                draft.cancel(other.name(), other.next());
                next = next.with(other.alarming(new Alarm(null, other.alarm().raised())));
            }
        }
        return arm(next, clock, new Alarm(null, 0), draft);
    }

    /** Nobody has done anything about it yet. */
    static TimedCase again(TimedCase now, Clock clock, Alarm alarm, Draft draft) {
        announce(
                "still waiting: " + clock.kind().code(),
                draft,
                clock.name(),
                clock.deadline().toEpochMilli(),
                alarm.raised());
        return arm(now, clock, alarm, draft);
    }

    private static TimedCase arm(TimedCase now, Clock clock, Alarm raised, Draft draft) {
        Instant from = raised.at() == null ? clock.deadline() : raised.at();
        var how = InForce.terms(now, clock, draft.moment()).supervision();
        Clock next = clock.alarming(next(how, from, raised, draft));
        draft.arm(next.name(), next.next());
        return now.with(next);
    }

    /** By hand; a later word takes the place of an earlier one. Of a case that has ended nobody hears again. */
    static TimedCase ofDesk(TimedCase now, CaseSupervised supervised, Draft draft) {
        if (supervised.followUpAt() == null || !now.state().phase().isOpen()) {
            return now;
        }
        stop(now, draft);
        Instant at = supervised.followUpAt().truncatedTo(ChronoUnit.MILLIS);
        draft.decision().arm(FOLLOW_UP, at);
        return now.following(new TimedCase.FollowUp(supervised.reason(), new Alarm(at, 0)));
    }

    /** The day has come. */
    static TimedCase followUp(TimedCase now, TimedCase.FollowUp due, Draft draft) {
        Instant at = Objects.requireNonNull(due.alarm().at());
        announce("to be followed up: " + due.reason(), draft, FOLLOW_UP, at.toEpochMilli());
        var how = InForce.terms(now, now.state().lead(), draft.moment()).supervision();
        Alarm next = next(how, at, due.alarm(), draft);
        if (next.at() != null) {
            draft.decision().arm(FOLLOW_UP, next.at());
        }
        return now.following(new TimedCase.FollowUp(due.reason(), next));
    }

    /** Nobody has to hear of a case that has ended. */
    static TimedCase stopAtTheEnd(TimedCase now, Draft draft) {
        if (now.followUp() == null || now.state().phase().isOpen()) {
            return now;
        }
        stop(now, draft);
        return now.following(null);
    }

    private static void stop(TimedCase now, Draft draft) {
        TimedCase.FollowUp there = now.followUp();
        if (there != null && there.alarm().at() != null) {
            draft.decision().cancel(FOLLOW_UP, there.alarm().at());
        }
    }

    /** What an outage has passed over is not made up for. */
    private static Alarm next(Policy.Supervision how, Instant from, Alarm raised, Draft draft) {
        int times = raised.raised() + 1;
        if (times >= how.times()) {
            return new Alarm(null, times);
        }
        long passed = Math.max(0, Duration.between(from, draft.now()).dividedBy(how.every()));
        return new Alarm(from.plus(how.every().multipliedBy(passed + 1)), times);
    }
}
