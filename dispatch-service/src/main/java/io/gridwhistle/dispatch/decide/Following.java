package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.lifecycle.Ties;
import org.jspecify.annotations.Nullable;

/**
 * Several reports of the same thing (并案): the later ones ask nobody, the first one's units hear of them.
 *
 * <p>Cases meet in the log alone. A follower tells its first that it has joined or left; a first that cannot answer for a
 * follower, or no longer, says so on the follower's key. So nobody follows a case that does not know it.
 */
final class Following {
    private static final Actor DISPATCH = Actor.system("dispatch");

    private Following() {}

    static DispatchCase begin(DispatchCase now, CaseLinked linked, Step step) {
        tell(
                linked.first(),
                new FollowerJoined(step.caseId(), now.state().ties().links(), linked.asOf(), DISPATCH),
                step);
        return Told.withdraw(
                now.askable(now.leads()), (id, sent) -> true, "the case follows case " + linked.first(), step);
    }

    /** A follower was added to: those who have the first one's orders are told. */
    static void supplement(DispatchCase now, Step step) {
        CaseId first = now.state().ties().follows();
        if (now.state().phase() == Phase.FOLLOWING && first != null) {
            int link = now.state().ties().links();
            tell(first, new FollowerSupplemented(step.caseId(), link, DISPATCH), step);
        }
    }

    static DispatchCase end(CaseState before, DispatchCase now, CaseUnlinked unlinked, Step step) {
        // What the first itself has said, it need not be told.
        if (unlinked.actor().kind() != ActorKind.SYSTEM) {
            leave(before, step);
            return LeadOrders.route(now, DispatchCause.UNLINKED, step);
        }
        // Where the centre had named who leads, and nobody has said otherwise, no rule does.
        return now.placed() && now.decision() != null
                ? Consultation.open(now, now.decision(), "the case that it followed has let go of it", step)
                : LeadOrders.route(now, DispatchCause.UNLINKED, step);
    }

    /** The case was withdrawn, voided, split off or corrected. */
    static void leave(CaseState before, Step step) {
        CaseId first = before.ties().follows();
        if (before.phase() == Phase.FOLLOWING && first != null) {
            tell(first, new FollowerLeft(step.caseId(), before.ties().links(), DISPATCH), step);
        }
    }

    /**
     * A first ended without an answer, or is another case now: who has followed it longest goes its own way, and the others
     * follow that one, as long as it goes by this release and has not been taken elsewhere.
     */
    static void handOver(CaseState before, String reason, Step step) {
        Ties ties = before.ties();
        ties.findEldest()
                .ifPresent(eldest -> ties.followers().forEach((follower, link) -> {
                    if (follower.equals(eldest)) {
                        release(follower, link, reason, step);
                    } else {
                        EventId asOf = idOf(eldest, CaseUnlinked.class, step);
                        tell(follower, new CaseLinked(eldest, link, asOf, reason, DISPATCH), step);
                    }
                }));
    }

    /** Whom a first cannot take on is not left waiting for its answer; a closed one gives it, see evaluation. */
    static void refuse(@Nullable CaseState first, CaseEvent event, Step step) {
        if (event instanceof FollowerJoined joined && !isAnswered(first, joined)) {
            release(joined.follower(), joined.link(), "the case cannot be followed: " + why(first, joined), step);
        }
    }

    private static boolean isAnswered(@Nullable CaseState first, FollowerJoined joined) {
        return first != null && first.phase() == Phase.CLOSED && first.ties().isStill(joined.asOf());
    }

    private static String why(@Nullable CaseState first, FollowerJoined joined) {
        if (first == null) {
            return "there is no such case";
        }
        if (!first.phase().mayBeFollowed()) {
            return "it is '%s'".formatted(first.phase().code());
        }
        return first.ties().isStill(joined.asOf())
                ? "%d cases follow it, which is as many as may".formatted(Ties.MOST_FOLLOWERS)
                : "it was corrected or split off";
    }

    private static void release(CaseId follower, int link, String reason, Step step) {
        tell(follower, new CaseUnlinked(step.caseId(), link, reason, DISPATCH), step);
    }

    private static void tell(CaseId other, CaseEvent event, Step step) {
        EventId id = idOf(other, event.getClass(), step);
        step.draft().emit(Topics.CASE_LOG, step.moment().envelope(id, other, step.traceparent(), event));
    }

    private static EventId idOf(CaseId other, Class<? extends CaseEvent> type, Step step) {
        return EventId.ofContent(other, EventTypes.nameOf(type), step.eventId().value());
    }
}
